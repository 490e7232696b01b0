"""The web server's configuration, tried with a real nginx."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest

from bench.nginx import serving

CHANGE = "releases/4.1/logout-by-post/"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        """Leave redirects as they are."""


def get(url: str, **headers: str) -> Answer:
    request = Request(url, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        answer = build_opener(NoRedirect).open(request, timeout=10)
    except HTTPError as error:
        answer = error
    with answer:
        return Answer(
            answer.status, {key.lower(): value for key, value in answer.headers.items()}, answer.read()
        )


@pytest.fixture(scope="module")
def server(built_site: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(built_site, root / "deploy", tmp_path_factory.mktemp("nginx")) as address:
        yield address


def test_a_page_comes_compressed_with_its_policy_and_is_asked_for_again(server: str) -> None:
    answer = get(server + CHANGE, Accept_Encoding="gzip")
    assert answer.status == 200
    assert b"Logging out takes a POST request" in gzip.decompress(answer.body)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "nginx/" not in answer.headers["server"]


def test_an_unchanged_page_is_not_sent_twice(server: str) -> None:
    tag = get(server + CHANGE).headers["etag"]
    assert get(server + CHANGE, If_None_Match=tag).status == 304


def test_an_address_without_its_slash_is_sent_on_to_the_same_host(server: str) -> None:
    answer = get(server + CHANGE.rstrip("/"))
    assert (answer.status, answer.headers["location"]) == (301, f"/{CHANGE}")


def test_a_missing_page_gets_the_sites_own_answer_under_the_same_policy(server: str) -> None:
    answer = get(f"{server}releases/4.1/no-such-change/")
    assert answer.status == 404
    assert b"No page at this address" in answer.body
    assert "content-security-policy" in answer.headers


def test_files_named_by_their_content_are_kept_for_a_year(server: str, built_site: Path) -> None:
    bundle = next(built_site.glob("assets/javascripts/bundle.*.min.js")).relative_to(built_site)
    parts = re.findall(r"search/\w+\.js\?\w+", (built_site / "search/search_index.json").read_text())
    assert len(parts) == 3
    for path in (bundle.as_posix(), *parts):
        assert get(server + path).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert get(f"{server}search/index.js").headers["cache-control"] == "no-cache"


def test_only_data_may_be_read_by_other_sites(server: str) -> None:
    assert get(f"{server}api/v1/changes.json").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in get(server + CHANGE).headers


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("feed.xml", "application/atom+xml"),
        ("support.ics", "text/calendar"),
        ("releases/4.1/logout-by-post.md", "text/markdown"),
        ("llms.txt", "text/plain"),
    ],
)
def test_what_programs_read_comes_with_its_type(server: str, path: str, kind: str) -> None:
    assert get(server + path).headers["content-type"] == f"{kind}; charset=utf-8"
