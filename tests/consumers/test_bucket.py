"""The site in object storage: rclone copies it, and each object has the headers that nginx sends."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from bench.nginx import serving
from tests.consumers.environment import HERE
from tools.upload import headers_of, main

pytestmark = pytest.mark.slow
FILES = {
    "index.html": "<p>A page.</p>",
    "releases/4.1/index.html": "<p>A release.</p>",
    "releases/4.1/gone.md": "# Gone",
    "feed.xml": "<feed/>",
    "sitemap.xml": "<urlset/>",
    "support.ics": "BEGIN:VCALENDAR",
    "objects.inv": "# Sphinx",
    "robots.txt": "User-agent: *",
    "llms.txt": "# Pages",
    "api/v1/changes.json": "{}",
    "search/index.js": "1",
    "assets/images/mark.svg": "<svg/>",
    "assets/previews/one.png": "png",
    "assets/vendor/shim.js": "1",
    "assets/javascripts/bundle.0a1b2c3d.min.js": "1",
    "assets/stylesheets/text.css": "p {}",
}
HEADERS = ("content-type", "cache-control")


@pytest.fixture
def bucket(others: Path) -> Iterator[str]:
    """The address of an empty bucket."""
    command = [str(others), str(HERE / "programs/bucket.py")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, **pipes) as server:  # type: ignore[call-overload]
        port = server.stdout.readline().strip()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.communicate()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "index.html.gz").write_bytes(b"packed")
    return folder


@pytest.fixture
def remote(bucket: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The bucket as a remote of rclone, which reads nothing else of this machine."""
    for name in [name for name in os.environ if name.startswith(("AWS_", "RCLONE_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RCLONE_CONFIG", os.devnull)
    options = {
        "TYPE": "s3",
        "PROVIDER": "Other",
        "ENDPOINT": bucket,
        "ACL": "public-read",
        "ACCESS_KEY_ID": "of-a-test",
        "SECRET_ACCESS_KEY": "of-a-test",
        "NO_CHECK_BUCKET": "true",
    }
    for name, value in options.items():
        monkeypatch.setenv(f"RCLONE_CONFIG_ATLAS_{name}", value)
    return "atlas:atlas"


def sent(url: str) -> tuple[dict[str, str], bytes]:
    with urlopen(url, timeout=10) as answer:
        return {name: answer.headers[name] or "" for name in HEADERS}, answer.read()


def objects(address: str) -> set[str]:
    with urlopen(f"{address}/atlas", timeout=10) as answer:
        text = answer.read().decode()
    return {part.partition("</Key>")[0] for part in text.split("<Key>")[1:]}


def test_every_object_has_the_headers_that_nginx_sends(
    bucket: str, remote: str, site: Path, root: Path, tmp_path: Path
) -> None:
    assert main([str(site), remote]) == 0
    assert objects(bucket) == FILES.keys()
    with serving(site, root / "deploy", tmp_path) as nginx:
        for name, text in FILES.items():
            headers, body = sent(f"{bucket}/atlas/{name}")
            assert body.decode() == text
            assert headers == sent(f"{nginx}{name.removesuffix('index.html')}")[0], name


def test_what_is_gone_is_removed_and_what_is_the_same_keeps_its_headers(
    bucket: str, remote: str, site: Path
) -> None:
    assert main([str(site), remote]) == 0
    (site / "releases/4.1/gone.md").unlink()
    (site / "index.html").write_text("<p>Another.</p>", encoding="utf-8")
    (site / "llms.txt").touch()
    assert main([str(site), remote]) == 0
    assert objects(bucket) == FILES.keys() - {"releases/4.1/gone.md"}
    headers, body = sent(f"{bucket}/atlas/index.html")
    assert (headers["content-type"], body) == ("text/html; charset=utf-8", b"<p>Another.</p>")
    assert sent(f"{bucket}/atlas/feed.xml")[0]["content-type"] == "application/atom+xml; charset=utf-8"


def test_what_carries_a_digest_is_kept_and_pages_are_asked_for_again() -> None:
    assert headers_of("assets/javascripts/bundle.0a1b2c3d.min.js").cache.endswith("immutable")
    assert headers_of("assets/javascripts/site.js").cache == "no-cache"
    assert headers_of("releases/4.1/index.html") == ("no-cache", "text/html; charset=utf-8")


def test_a_wrong_call_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], [str(tmp_path), "bucket"], [str(tmp_path), "a:b"]):
        assert main(arguments) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_what_rclone_cannot_reach_is_an_error(
    remote: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCLONE_CONFIG_ATLAS_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setenv("RCLONE_RETRIES", "1")
    monkeypatch.setenv("RCLONE_LOW_LEVEL_RETRIES", "1")
    assert main([str(site), remote]) != 0
