"""A change gets another name: the whole way from the check that fails to the old address that still works."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.built.pages import read_page
from atlas.built.permalinks import main, published, read_site
from tests.building import EPOCH

FOLDER = "releases/4.1"
NEW = f"/{FOLDER}/renamed-for-a-test/"


def unmentioned(docs: Path) -> str:
    """A change that no other page names, so that nothing but its address changes."""
    texts = {path: path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}
    slugs = sorted(path.stem for path in (docs / FOLDER).glob("*.md") if path.stem != "index")
    return next(
        slug
        for slug in slugs
        if not any(slug in text for path, text in texts.items() if path != docs / FOLDER / f"{slug}.md")
    )


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def old(root: Path) -> str:
    """The address of before."""
    return f"/{FOLDER}/{unmentioned(root / 'docs')}/"


@pytest.fixture(scope="module")
def renamed(built_site: Path, root: Path, old: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which one page has another name, built with the redirect that the check asks for."""
    copy = tmp_path_factory.mktemp("renamed")
    for name in ("atlas", "macros", "overrides", "sample_project", "mkdocs.yml"):
        (copy / name).symlink_to(root / name)
    shutil.copytree(root / "docs", copy / "docs")
    shutil.copytree(root / "data", copy / "data")
    # What `make prove` would record for the new name.
    proof = copy / "data/proof/4.1.json"
    names = [f'"{address.removeprefix("/releases/").rstrip("/")}"' for address in (old, NEW)]
    proof.write_text(proof.read_text(encoding="utf-8").replace(*names), encoding="utf-8")
    (copy / f"docs{old.rstrip('/')}.md").rename(copy / f"docs{NEW.rstrip('/')}.md")
    (copy / "permalinks.txt").write_text("\n".join(published(read_site(built_site))) + "\n", encoding="utf-8")
    (copy / "redirects.yml").write_text(f"{old}: {NEW}\n", encoding="utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=copy,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return copy


def check(project: Path) -> int:
    return main([str(project / "site"), "--root", str(project)])


def test_without_a_redirect_the_check_fails_and_prints_the_line_to_paste(
    renamed: Path, old: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(renamed / "permalinks.txt", tmp_path)
    assert main([str(renamed / "site"), "--root", str(tmp_path)]) == 1
    assert f"permalink: {old} vanished" in capsys.readouterr().err


def test_with_the_redirect_page_and_anchors_are_kept(
    renamed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(renamed) == 0, capsys.readouterr().err


def test_the_old_address_is_a_page_that_sends_readers_on(renamed: Path, old: str) -> None:
    file = f"{old.strip('/')}/index.html"
    page = read_page(file, (renamed / "site" / file).read_text(encoding="utf-8"))
    assert page.moved_to == "../renamed-for-a-test/"
    assert (renamed / "site" / NEW.strip("/") / "index.html").is_file()


def test_search_and_sitemap_know_the_new_name_alone(renamed: Path, old: str) -> None:
    for path in [renamed / "site/sitemap.xml", *(renamed / "site/search").iterdir()]:
        text = path.read_text(encoding="utf-8")
        assert old.lstrip("/") not in text
        assert NEW.lstrip("/") in text or path.suffix != ".xml"
