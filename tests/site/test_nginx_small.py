"""The web server's configuration on a site of a few files: what it sends, and with which headers."""

import gzip
import itertools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import brotli
import pytest

from atlas.built import csp
from atlas.built.csp import DIGESTED, PERMISSIONS, digested, files
from atlas.records.redirects import Redirects
from bench.nginx import serving
from tests.site.test_nginx import get
from tools import need

MOVED = {"/releases/4.1/old/": "/releases/4.1/new/#steps", "/releases/4.1/new/#a": "/releases/4.1/new/#b"}


Serving = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def nginx(root: Path, tmp_path: Path) -> Serving:
    """Serves a folder as `deploy/` says; its own fixture, by which `make test-fast` knows who needs the server."""
    return partial(serving, deploy=root / "deploy", folder=tmp_path)


@pytest.fixture
def server(nginx: Serving, tmp_path: Path) -> Iterator[str]:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>as it is</p>" * 200, encoding="utf-8")
    (site / "index.html.gz").write_bytes(gzip.compress(b"packed before"))
    for name in ("404.html", "objects.inv", "robots.txt", "of-no-kind"):
        (site / name).write_text("text\n" * 400, encoding="utf-8")
    moved = tmp_path / "moved.conf"
    moved.write_text(csp.moved(Redirects(MOVED))[csp.MOVED], encoding="utf-8")
    with nginx(site, redirects=moved) as address:
        yield address


def test_a_file_that_was_packed_before_is_sent_as_it_is(server: str) -> None:
    packed = get(server, Accept_Encoding="gzip")
    assert (packed.headers["content-encoding"], gzip.decompress(packed.body)) == ("gzip", b"packed before")
    assert get(server).body.startswith(b"<p>as it is</p>")
    assert packed.headers["vary"] == "Accept-Encoding"
    other = get(f"{server}robots.txt", Accept_Encoding="gzip")
    assert gzip.decompress(other.body).startswith(b"text\n"), "what has no .gz beside it is packed on the way"


@pytest.mark.slow
def test_with_its_module_nginx_sends_what_brotli_packed(nginx: Serving, tmp_path: Path) -> None:
    module = need.named("ngx_http_brotli_static_module.so")
    assert need.is_there(module), need.line([module])
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>as it is</p>" * 200, encoding="utf-8")
    (site / "index.html.br").write_bytes(brotli.compress(b"packed before"))
    (site / "index.html.gz").write_bytes(gzip.compress(b"packed before"))
    (tmp_path / "brotli.conf").write_text("brotli_static on;\n", encoding="utf-8")
    load = f"load_module {module.also[0]};"
    with nginx(site, modules=load) as address:
        packed = get(address, Accept_Encoding="gzip, br")
        assert packed.headers["content-encoding"] == "br"
        assert brotli.decompress(packed.body) == b"packed before"
        assert packed.headers["vary"] == "Accept-Encoding"
        assert packed.headers["permissions-policy"] == PERMISSIONS
        assert get(address, Accept_Encoding="gzip").headers["content-encoding"] == "gzip"


def test_a_folder_of_answers_is_its_file_of_json(nginx: Serving, tmp_path: Path) -> None:
    folder = tmp_path / "site/endoflife/api/v1/products/django"
    folder.mkdir(parents=True)
    (folder / "index.json").write_text("{}", encoding="utf-8")
    with nginx(tmp_path / "site") as address:
        answer = get(f"{address}endoflife/api/v1/products/django/")
    assert (answer.status, answer.body) == (200, b"{}")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.headers["access-control-allow-origin"] == "*"


def test_the_markdown_of_a_page_is_found_where_its_convention_looks(nginx: Serving, tmp_path: Path) -> None:
    folder = tmp_path / "site/releases/4.1"
    folder.mkdir(parents=True)
    for name in ("index.md", "logout-by-post.md"):
        (folder / name).write_text(f"# {name}", encoding="utf-8")
    with nginx(tmp_path / "site") as address:
        for page, twin in (("", "/index.md"), ("/logout-by-post", "/logout-by-post.md")):
            answer = get(f"{address}releases/4.1{page}/index.html.md")
            assert (answer.status, answer.headers["location"]) == (301, f"/releases/4.1{twin}")
            assert (
                get(f"{address}{answer.headers['location'][1:]}")
                .headers["content-type"]
                .startswith("text/markdown")
            )


@pytest.mark.parametrize("path", ["", "robots.txt", "no-such-page", "objects.inv"])
def test_every_answer_says_what_the_page_may_do(server: str, path: str) -> None:
    headers = get(server + path).headers
    assert headers["permissions-policy"] == PERMISSIONS
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"


def test_a_file_of_no_known_kind_is_text_and_an_inventory_is_for_everybody(server: str) -> None:
    assert get(f"{server}of-no-kind").headers["content-type"] == "text/plain; charset=utf-8"
    inventory = get(f"{server}objects.inv").headers
    assert inventory["content-type"] == "application/octet-stream"
    assert inventory["access-control-allow-origin"] == "*"


def test_static_hosts_are_told_the_same_and_keep_only_what_carries_a_digest(tmp_path: Path) -> None:
    scripts = tmp_path / "assets/javascripts/lunr"
    scripts.mkdir(parents=True)
    for name in ("lunr.ar.min.js", "bundle.0a1b2c3d.min.js", "bundle.0a1b2c3d.min.js.map"):
        (scripts / name).write_text("")
    kept = digested(tmp_path)
    assert kept == ["assets/javascripts/lunr/bundle.0a1b2c3d.min.js"]
    text = files("default-src 'none'", kept)["deploy/_headers"]
    assert f"  Permissions-Policy: {PERMISSIONS}\n  Cross-Origin-Opener-Policy: same-origin\n" in text
    assert "/objects.inv\n  Access-Control-Allow-Origin: *\n" in text
    assert text.count("immutable") == 1
    assert "*.min" not in text


def test_the_committed_headers_keep_nothing_without_a_digest(root: Path) -> None:
    lines = (root / "deploy/_headers").read_text("utf-8").splitlines()
    kept = [line for line, after in itertools.pairwise(lines) if "immutable" in after]
    assert len(kept) >= 3
    assert all(DIGESTED.search(line) for line in kept)


def test_a_page_that_moved_is_a_real_redirect_to_the_same_host(server: str) -> None:
    answer = get(f"{server}releases/4.1/old/")
    assert (answer.status, answer.headers["location"]) == (301, "/releases/4.1/new/")
    assert get(f"{server}releases/4.1/new/").status == 404, "what an anchor moved to is the page's own matter"
    assert "\n/releases/4.1/old/ /releases/4.1/new/ 301\n" in csp.moved(Redirects(MOVED))[csp.STATIC_MOVED]


def test_the_container_takes_what_is_there_and_listens_to_all(root: Path) -> None:
    lines = (root / "deploy/Containerfile").read_text("utf-8").splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY deploy/")]
    assert [name for names in copied for name in names if not (root / name).is_file()] == []
    (replaced,) = [line for line in lines if line.startswith("RUN sed")]
    before = replaced.partition("s/")[2].partition("/")[0]
    assert (root / "deploy/nginx.conf").read_text("utf-8").count(before) == 1
    assert [line for line in lines if line.startswith("USER ")][-1] == "USER nginx"
