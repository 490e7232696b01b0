"""`make build` puts the site in place as a whole: a build that fails or is killed leaves the one of before."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.build_site import placeholder

KILLS = 50
PAGES = 60


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of its own, small enough to be built fifty times."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A site\nplugins: []\n", encoding="utf-8")
    write(tmp_path, "one")
    return tmp_path


def write(project: Path, word: str) -> None:
    for number in range(PAGES):
        name = "index" if number == 0 else f"page-{number}"
        (project / f"docs/{name}.md").write_text(
            f"# Page {number}\n\nThis is edition {word}.\n", encoding="utf-8"
        )


def start(project: Path, root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tools.build_site", "site"],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": str(root),
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1795219200",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def build(project: Path, root: Path) -> tuple[int, str]:
    process = start(project, root)
    said, _ = process.communicate()
    return process.returncode, said


def digest(site: Path) -> str:
    """All that is in a site."""
    total = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            total.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def hidden(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if path.name.startswith(".")]


def test_a_build_replaces_the_site_and_leaves_nothing_beside_it(project: Path, root: Path) -> None:
    assert build(project, root)[0] == 0
    (project / "site/of-before.html").write_text("", encoding="utf-8")
    write(project, "two")
    assert build(project, root)[0] == 0
    assert "edition two" in (project / "site/page-1/index.html").read_text(encoding="utf-8")
    assert not (project / "site/of-before.html").exists()
    assert hidden(project) == []


def test_a_build_that_fails_says_why_and_leaves_the_site_of_before(project: Path, root: Path) -> None:
    build(project, root)
    before = digest(project / "site")
    (project / "docs/index.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    code, said = build(project, root)
    assert code == 1
    assert "nowhere.md" in said
    assert digest(project / "site") == before
    assert hidden(project) == []


def test_what_is_left_of_a_killed_build_is_put_in_order_by_the_next(project: Path, root: Path) -> None:
    build(project, root)
    (project / "site").rename(project / ".site.old")
    (project / ".site.new").mkdir()
    (project / "docs/index.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    assert build(project, root)[0] == 1
    assert (project / "site/page-1/index.html").exists()
    assert hidden(project) == []


def test_a_build_says_once_that_the_address_of_the_site_is_nobodys(project: Path, root: Path) -> None:
    settings = project / "mkdocs.yml"
    address = "https://upgrade-atlas.example/"
    settings.write_text(f"{settings.read_text()}site_url: {address}\n", encoding="utf-8")
    code, said = build(project, root)
    assert code == 0
    assert said.count("site_url") == 1
    assert f"mkdocs.yml: site_url: found {address}, which is nobody's; before you publish" in said


def test_addresses_that_can_be_somebodys_are_let_be() -> None:
    for address in (
        "https://example.org/atlas/",
        "http://localhost:8000",
        "https://a.test",
        "https://a.invalid/",
    ):
        assert placeholder(f"site_url: {address}\n") == address
    for address in ("https://atlas.example.edu/", "https://example-atlas.org/"):
        assert placeholder(f"site_url: {address}\n") == ""
    assert placeholder("site_name: A site\n") == ""


@pytest.mark.slow
def test_fifty_kills_leave_a_whole_site(project: Path, root: Path) -> None:
    whole = set()
    for word in ("one", "two"):
        write(project, word)
        started = time.monotonic()
        assert build(project, root)[0] == 0
        usual = time.monotonic() - started
        whole.add(digest(project / "site"))
    draw = random.Random(17)
    for number in range(KILLS):
        write(project, ("one", "two")[number % 2])
        process = start(project, root)
        time.sleep(draw.uniform(0, usual * 1.1))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        site = project / "site"
        assert digest(site if site.exists() else project / ".site.old") in whole
    assert build(project, root)[0] == 0
    assert hidden(project) == []
