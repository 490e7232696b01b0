"""`python -m atlas docs` reads source distributions into `data/` and leaves the rest alone."""

from pathlib import Path

import pytest

from atlas.facts import docs_pages, gone_imports, source_files
from atlas.sync.docs.__main__ import main, wanted
from tests.sync.docs.archives import SETTINGS, archive


def run(root: Path, *archives: Path) -> int:
    (root / "data").mkdir(exist_ok=True)
    return main(["--root", str(root), "--sdist", *map(str, archives)])


def test_two_series_stand_in_one_file(tmp_path: Path) -> None:
    newer = {
        "docs/ref/settings.txt": SETTINGS + "\nNew ones\n--------\n\nMany.\n",
        "docs/releases/1.8.txt": SETTINGS,
    }
    assert run(tmp_path, archive(tmp_path, "3.2.25"), archive(tmp_path, "4.1.13", newer)) == 0
    stored = docs_pages.load(tmp_path / "data")
    assert stored.read == {"3.2": "3.2.25", "4.1": "4.1.13"}
    assert stored.pages["3.2"] == {"ref/settings": {"debug", "settings", "std-setting-DEBUG"}}
    assert stored.pages["4.1"] == {"ref/settings": {"debug", "settings", "std-setting-DEBUG", "new-ones"}}
    places = docs_pages.load_places(tmp_path / "data")
    assert places.page_of("std-setting-DEBUG", "4.1") == "ref/settings"
    assert source_files.load(tmp_path / "data").path("django.db.scan", "3.2") == "django/db/rows.py"


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    archives = [archive(tmp_path, "3.2.25"), archive(tmp_path, "4.1.13")]
    run(tmp_path, *archives)
    before = {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir()}
    run(tmp_path, *reversed(archives))
    assert {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir()} == before


def test_a_new_patch_release_replaces_its_series_alone(tmp_path: Path) -> None:
    run(tmp_path, archive(tmp_path, "3.2.25"), archive(tmp_path, "4.1.12"))
    run(tmp_path, archive(tmp_path, "4.1.13", {"docs/ref/urls.txt": "====\nURLs\n====\n"}))
    stored = docs_pages.load(tmp_path / "data")
    assert stored.read == {"3.2": "3.2.25", "4.1": "4.1.13"}
    assert "ref/urls" in stored.pages["4.1"]
    assert "ref/urls" not in stored.pages["3.2"]


def test_a_broken_file_is_not_taken_for_an_empty_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archives = [archive(tmp_path, "3.2.25"), archive(tmp_path, "4.1.13")]
    run(tmp_path, *archives)
    file = tmp_path / "data" / docs_pages.NAME
    file.write_text(file.read_text(encoding="utf-8")[:-5], encoding="utf-8")
    before = file.read_bytes()
    assert run(tmp_path, archives[0]) == 1
    assert file.read_bytes() == before
    assert (
        capsys.readouterr()
        .err.splitlines()[-1]
        .startswith("docs: data/django-docs.json:5: JSON: found no valid JSON (EOF while parsing an object)")
    )


def test_only_series_with_a_newer_patch_release_are_wanted(root: Path) -> None:
    stored = dict(docs_pages.load(root / "data").read)
    hops = gone_imports.load(root / "data")
    assert wanted(root, {**stored, "4.1": "4.1.12"}, hops) == ["4.1.13"]


@pytest.mark.parametrize("damage", ["missing", "cut short"])
def test_a_bad_archive_stops_it_with_one_line(
    damage: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = archive(tmp_path, "4.1.13")
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:200])
    assert run(tmp_path, path) == 1
    assert str(path) in capsys.readouterr().err
    assert not list((tmp_path / "data").iterdir())


def test_neighbors_are_compared_and_only_those_that_were_read_are_compared_again(tmp_path: Path) -> None:
    old = {"django/a.py": "x = y = 1\n"}
    run(tmp_path, archive(tmp_path, "3.2.25", old), archive(tmp_path, "4.1.12", {"django/a.py": "x = 1\n"}))
    hops = gone_imports.load(tmp_path / "data")
    assert {release: hop.names for release, hop in hops.items()} == {"4.1": {"django.a.y": ""}}
    assert (hops["4.1"].before, hops["4.1"].after) == ("3.2.25", "4.1.12")
    run(tmp_path, archive(tmp_path, "4.2.1"))
    assert gone_imports.load(tmp_path / "data") == hops


def test_both_releases_of_a_pair_are_read_again_where_one_is_newer(root: Path) -> None:
    hops = gone_imports.load(root / "data")
    read = docs_pages.load(root / "data").read
    assert wanted(root, dict(read), hops) == []
    older = {**hops, "4.1": hops["4.1"].model_copy(update={"after": "4.1.1"})}
    assert wanted(root, dict(read), older) == [read["4.0"], read["4.1"]]
