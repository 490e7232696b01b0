"""Packing a site for reading from disk."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from atlas.built.offline import main, pack

DAY = date(2026, 11, 21)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "releases/index.html", "releases/4.1/x.html", "404.html", "sitemap.xml"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "site"


def test_the_archive_holds_the_site_in_one_folder(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(pack(site, tmp_path / "dist", DAY)) as packed:
        assert packed.namelist() == [
            "upgrade-atlas-2026-11-21/README.txt",
            "upgrade-atlas-2026-11-21/index.html",
            "upgrade-atlas-2026-11-21/releases/4.1/x.html",
            "upgrade-atlas-2026-11-21/releases/index.html",
        ]


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    first = pack(site, tmp_path / "one", DAY).read_bytes()
    for path in site.rglob("*.html"):
        path.touch()
        path.chmod(0o600)
    assert pack(site, tmp_path / "two", DAY).read_bytes() == first


def test_the_page_of_a_patch_release_is_in_a_folder_in_either_build(site: Path, tmp_path: Path) -> None:
    (site / "releases/4.1/4.1.13").mkdir(parents=True)
    (site / "releases/4.1/4.1.13/index.html").write_text("y")
    with zipfile.ZipFile(pack(site, tmp_path, DAY)) as packed:
        assert "upgrade-atlas-2026-11-21/releases/4.1/4.1.13/index.html" in packed.namelist()


@pytest.mark.parametrize(
    ("extra", "lost", "said"),
    [
        ("releases/4.1/y/index.html", "", "built for a web server; build it with mkdocs-offline.yml"),
        ("", "index.html", "no index.html; build the site first"),
    ],
)
def test_a_folder_that_is_no_such_site_is_told(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], extra: str, lost: str, said: str
) -> None:
    if extra:
        (site / extra).parent.mkdir(parents=True)
        (site / extra).write_text("y")
    if lost:
        (site / lost).unlink()
    assert main([str(site), str(tmp_path / "dist")]) == 1
    assert capsys.readouterr().err == f"offline: {site}: {said}\n"
