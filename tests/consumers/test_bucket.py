"""The site in object storage: rclone copies it, and each object has the headers that nginx sends."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from bench.nginx import serving
from tests.consumers.environment import HERE
from tools.upload import headers_of

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


def upload(root: Path, site: Path, address: str) -> subprocess.CompletedProcess[str]:
    variables = {
        "RCLONE_CONFIG": os.devnull,
        "RCLONE_CONFIG_ATLAS_TYPE": "s3",
        "RCLONE_CONFIG_ATLAS_PROVIDER": "Other",
        "RCLONE_CONFIG_ATLAS_ENDPOINT": address,
        "RCLONE_CONFIG_ATLAS_ACL": "public-read",
        "RCLONE_CONFIG_ATLAS_ACCESS_KEY_ID": "of-a-test",
        "RCLONE_CONFIG_ATLAS_SECRET_ACCESS_KEY": "of-a-test",
        "RCLONE_CONFIG_ATLAS_NO_CHECK_BUCKET": "true",
    }
    command = [sys.executable, "-m", "tools.upload", str(site), "atlas:atlas"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return subprocess.run(command, cwd=root, env={**kept, **variables}, capture_output=True, text=True)


def sent(url: str) -> tuple[dict[str, str], bytes]:
    with urlopen(url, timeout=10) as answer:
        return {name: answer.headers[name] or "" for name in HEADERS}, answer.read()


def objects(address: str) -> set[str]:
    with urlopen(f"{address}/atlas", timeout=10) as answer:
        text = answer.read().decode()
    return {part.partition("</Key>")[0] for part in text.split("<Key>")[1:]}


def test_every_object_has_the_headers_that_nginx_sends(
    bucket: str, site: Path, root: Path, tmp_path: Path
) -> None:
    done = upload(root, site, bucket)
    assert done.returncode == 0, done.stderr
    assert objects(bucket) == FILES.keys()
    with serving(site, root / "deploy", tmp_path) as nginx:
        for name, text in FILES.items():
            headers, body = sent(f"{bucket}/atlas/{name}")
            assert body.decode() == text
            assert headers == sent(f"{nginx}{name.removesuffix('index.html')}")[0], name


def test_what_is_gone_is_removed_and_what_is_the_same_keeps_its_headers(
    bucket: str, site: Path, root: Path
) -> None:
    assert upload(root, site, bucket).returncode == 0
    (site / "releases/4.1/gone.md").unlink()
    (site / "index.html").write_text("<p>Another.</p>", encoding="utf-8")
    (site / "llms.txt").touch()
    assert upload(root, site, bucket).returncode == 0
    assert objects(bucket) == FILES.keys() - {"releases/4.1/gone.md"}
    headers, body = sent(f"{bucket}/atlas/index.html")
    assert (headers["content-type"], body) == ("text/html; charset=utf-8", b"<p>Another.</p>")
    assert sent(f"{bucket}/atlas/feed.xml")[0]["content-type"] == "application/atom+xml; charset=utf-8"


def test_what_carries_a_digest_is_kept_and_pages_are_asked_for_again() -> None:
    assert headers_of("assets/javascripts/bundle.0a1b2c3d.min.js").cache.endswith("immutable")
    assert headers_of("assets/javascripts/site.js").cache == "no-cache"
    assert headers_of("releases/4.1/index.html") == ("no-cache", "text/html; charset=utf-8")


def test_a_wrong_call_is_one_line(root: Path, tmp_path: Path) -> None:
    for arguments in ([], [str(tmp_path), "bucket"], [str(tmp_path), "a:b"]):
        command = [sys.executable, "-m", "tools.upload", *arguments]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
