"""How many projects meet a change: counted over an index that a test makes up, with nothing of its archives run."""

import json
from pathlib import Path

import pytest

from atlas.facts import reach
from atlas.facts.reach import Met
from atlas.facts.reach_names import Names
from atlas.prove.packages.index import Index
from atlas.prove.reach.__main__ import main
from atlas.prove.reach.current import Current
from atlas.prove.reach.kept import Kept
from atlas.prove.reach.working import counted
from tests.project import GOOD, NO_RULE, Project
from tests.prove.reach_index import Shelf, alone, source, wheel

NAMES = "packages:\n  - shelves\n  - labels\n  - later\napplications:\n  - reading-room\n"
RULED = GOOD.replace(NO_RULE, "detect:\n  - name: django.utils.timezone.utc\n")
OTHER = GOOD.replace(NO_RULE, "detect:\n  - setting: SHELF_DAY\n")
MEETS = "from django.utils.timezone import utc\n"
#: A build backend inside of the archive, which pip would import, and a setup script: both leave a mark.
BACKEND = '[build-system]\nrequires = []\nbuild-backend = "inside"\nbackend-path = ["."]\n'
MARK = "open({mark!r}, 'w').write('run')\n"
ASKED = ["--release", "4.1"]


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """An index on which `shelves` ceased to meet the change after 4.1 came out, on 2022-08-03."""
    alone(monkeypatch, tmp_path / "home")
    shelf = Shelf(tmp_path / "index")
    mark = MARK.format(mark=str(tmp_path / "mark"))
    hostile = {"pyproject.toml": BACKEND, "inside.py": mark, "setup.py": mark}
    shelf.add("shelves-1.0.tar.gz", source("shelves-1.0", {**hostile, "shelves/a.py": MEETS}), "2022-01-01")
    shelf.add("shelves-2.0.tar.gz", source("shelves-2.0", {"shelves/a.py": ""}), "2022-08-04")
    shelf.add("labels-3.0-py3-none-any.whl", wheel("labels", "3.0", {"labels/a.py": "x = 1\n"}), "2021-01-01")
    shelf.add("later-1.0.tar.gz", source("later-1.0", {"later.py": MEETS}), "2024-01-01")
    room = {"setup.py": mark, "room/settings.py": "INSTALLED_APPS = []\nSHELF_DAY = 1\n", "room/b.py": MEETS}
    shelf.add("reading_room-5.1.tar.gz", source("reading_room-5.1", room), "2022-08-02")
    return shelf


@pytest.fixture
def counting(project: Project) -> Project:
    """A project with two rules and four names."""
    project.write("4.1/utc", RULED)
    project.write("4.1/days", OTHER)
    (project.root / "data/reach.json").unlink(missing_ok=True)
    (project.root / "data/reach-names.yml").unlink()
    (project.root / "data/reach-names.yml").write_text(NAMES)
    return project


def counts(project: Project) -> dict[str, tuple[int, int]]:
    """Packages and applications by change of 4.1."""
    changes = reach.load(project.root / "data")["4.1"].changes
    return {change: (met.packages, met.applications) for change, met in changes.items()}


def test_what_was_current_on_the_day_is_counted_and_nothing_of_it_is_run(
    counting: Project, shelf: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with shelf.open() as index:
        assert main(ASKED, counting.root, index) == 0
        assert capsys.readouterr().out == ("4.1: 2 changes are counted in 2 packages and 1 applications\n")
        row = reach.load(counting.root / "data")["4.1"]
        assert row.day == "2022-08-03"
        assert row.packages == {"shelves": "1.0", "labels": "3.0"}
        assert row.applications == {"reading-room": "5.1"}
        assert counts(counting) == {"4.1/utc": (1, 1), "4.1/days": (0, 1)}
        assert not (tmp_path / "mark").exists()
        shelf.asked.clear()
        assert main(ASKED, counting.root, index) == 0
        assert shelf.asked == []


@pytest.mark.slow
def test_other_rules_are_looked_for_again_and_not_claimed_before(counting: Project, shelf: Shelf) -> None:
    with shelf.open() as index:
        assert main(ASKED, counting.root, index) == 0
        counting.write("4.1/days", OTHER.replace("SHELF_DAY", "SHELF_NIGHT"))
        assert main([*ASKED, "--count"], counting.root, index) == 0
        assert counts(counting) == {"4.1/utc": (1, 1)}
        assert main(ASKED, counting.root, index) == 0
        assert counts(counting) == {"4.1/utc": (1, 1), "4.1/days": (0, 0)}


def test_an_archive_that_is_none_is_a_line_and_is_not_counted(
    counting: Project, shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf.add("labels-3.1-py3-none-any.whl", b"no archive at all", "2021-02-01")
    with shelf.open() as index:
        assert main(ASKED, counting.root, index) == 1
    line, _ = capsys.readouterr().out.splitlines()
    assert line.startswith("labels 3.1 (4.1): ")
    assert reach.load(counting.root / "data")["4.1"].packages == {"shelves": "1.0"}


@pytest.mark.slow
def test_a_run_goes_on_where_another_ended(counting: Project, shelf: Shelf) -> None:
    archive = shelf.folder / "files/labels-3.0-py3-none-any.whl"
    away = archive.rename(archive.with_suffix(".away"))
    with shelf.open() as index:
        assert main(ASKED, counting.root, index) == 1
        shelf.asked.clear()
        away.rename(archive)
        assert main(ASKED, counting.root, index) == 0
    assert set(shelf.asked) == {"labels", archive.name}
    assert reach.load(counting.root / "data")["4.1"].packages == {"shelves": "1.0", "labels": "3.0"}


@pytest.mark.slow
def test_a_wheel_is_read_where_pip_refuses_the_source(counting: Project, shelf: Shelf) -> None:
    shelf.add("labels-3.0.tar.gz", b"no archive at all", "2021-01-01")
    with shelf.open() as index:
        assert main(ASKED, counting.root, index) == 0
    assert "labels" in reach.load(counting.root / "data")["4.1"].packages


def test_an_index_that_is_away_is_one_line_and_nothing_is_lost(
    counting: Project, shelf: Shelf, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    assert main(ASKED, counting.root, Index(("--index-url", "http://127.0.0.1:9/simple/"))) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("the index did not answer: ")
    assert line.endswith("; nothing is lost: run it again where it answers")
    assert not (counting.root / "data/reach.json").exists()


def test_a_release_that_is_none_is_a_line(counting: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--release", "4.9"], counting.root) == 2
    assert capsys.readouterr().out.startswith("--release: found '4.9', expected one of 2.2, ")


@pytest.mark.slow
def test_the_first_packages_and_all_applications_can_be_asked_for(counting: Project, shelf: Shelf) -> None:
    with shelf.open() as index:
        assert main([*ASKED, "--most", "1"], counting.root, index) == 0
    row = reach.load(counting.root / "data")["4.1"]
    assert (list(row.packages), list(row.applications)) == (["shelves"], ["reading-room"])


@pytest.mark.slow
def test_other_releases_keep_what_was_counted(counting: Project, shelf: Shelf) -> None:
    known = {"day": "2021-04-06", "packages": {"shelves": "0.9"}, "applications": {}, "changes": {}}
    (counting.root / "data/reach.json").write_text(json.dumps({"3.2": known}))
    with shelf.open() as index:
        assert main(ASKED, counting.root, index) == 0
    assert list(reach.load(counting.root / "data")) == ["3.2", "4.1"]


def test_a_version_that_was_looked_at_for_another_release_alone_is_not_counted(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.keep("shelves", "1.0", {"4.2/days": "b" * 12}, frozenset(["4.2/days"]))
    kept.keep("labels", "3.0", {"4.1/utc": "a" * 12}, frozenset())
    names = Names(packages=["shelves", "labels"], applications=["room"])
    current = {
        name: Current(version, ("source",)) for name, version in (("shelves", "1.0"), ("labels", "3.0"))
    }
    row = counted("2023-04-03", {"4.2/days": "b" * 12}, names, current, kept)
    assert row.packages == {"shelves": "1.0"}
    assert row.changes == {"4.2/days": Met(rules="b" * 12, packages=1, applications=0)}
    assert counted("2023-04-03", {"4.2/days": "c" * 12}, names, current, kept).changes == {}
