"""What the scanner is said to find in public projects is counted against labels, and a hit without a label is told."""

from pathlib import Path

import pytest

from atlas.prove.packages.index import Index
from bench import upgrades
from tests.facts.test_upgrades import write
from tests.project import GOOD, NO_RULE, Project
from tests.prove.reach_index import Shelf, alone, source

LABELS = """\
before: "1.0"
after: "2.0"
from: "4.0"
to: "4.1"
judged: known
right:
  4.1/utc:
    - shelves/a.py:1
    - shelves/b.py:1
  4.1/days:
    - shelves/c.html:1
false:
  4.1/utc:
    - shelves/a.py:2
no_page:
  - a name that is gone
"""
MET = "from django.utils.timezone import utc\n"
#: What pip asks for in an archive of a source.
BUILT = {"pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'none'\n"}
REPORT = "# Benchmarks\n\n## Scanner\n\nfast\n"


@pytest.fixture
def labeled(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with two rules, labels of one upgrade, and an index that has it."""
    alone(monkeypatch, tmp_path / "home")
    project.write("4.1/utc", GOOD.replace(NO_RULE, "detect:\n  - name: django.utils.timezone.utc\n"))
    project.write("4.1/days", GOOD.replace(NO_RULE, "detect:\n  - setting: SHELF_DAY\n"))
    folder = project.root / "data/upgrades"
    if folder.is_symlink() or folder.exists():
        folder.rename(folder.with_name("other-upgrades"))
    write(project.root / "data", LABELS)
    (project.root / upgrades.REPORT).write_text(REPORT)
    return project


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An index with both versions."""
    shelf = Shelf(tmp_path / "index")
    before = {
        "shelves/a.py": MET + MET.replace("utc", "utc as UTC"),
        "shelves/b.py": "",
        "shelves/c.html": "",
    }
    shelf.add("shelves-1.0.tar.gz", source("shelves-1.0", {**BUILT, **before}), "2022-01-01")
    shelf.add("shelves-2.0.tar.gz", source("shelves-2.0", {**BUILT, "shelves/a.py": ""}), "2022-08-04")
    return shelf


def test_the_report_counts_pairs_lines_and_false_hits(labeled: Project, shelf: Shelf) -> None:
    with shelf.open() as index:
        assert upgrades.main([], labeled.root, index) == 0
    report = (labeled.root / upgrades.REPORT).read_text()
    assert report.startswith(REPORT)
    assert "| 1, rules may be written from them | 1 of 2 (50%) | 1 of 3 (33%) | 1 of 2 (50%) | 1 |" in report
    assert "| 4.1/utc | 1 | 1 |" in report
    assert "| 4.1/days | 1 | 0 |" in report
    assert upgrades.without(report).rstrip() == REPORT.rstrip()
    assert "found lines" in upgrades.kept(report)
    # A second run asks the index for nothing, and changes nothing.
    assert upgrades.main([], labeled.root, Index(("--no-index",))) == 0
    assert (labeled.root / upgrades.REPORT).read_text() == report


def test_a_hit_without_a_label_is_told_and_nothing_is_written(
    labeled: Project, shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    write(labeled.root / "data", LABELS.replace("    - shelves/a.py:2\n", "    - shelves/a.py:9\n"))
    with shelf.open() as index:
        assert upgrades.main([], labeled.root, index) == 1
    assert (
        "shelves: 4.1/utc at shelves/a.py:2 is not judged: from django.utils.timezone"
        in capsys.readouterr().out
    )
    assert (labeled.root / upgrades.REPORT).read_text() == REPORT


def test_one_project_is_told_in_lines(
    labeled: Project, shelf: Shelf, capsys: pytest.CaptureFixture[str]
) -> None:
    with shelf.open() as index:
        assert upgrades.main(["shelves"], labeled.root, index) == 0
    said = capsys.readouterr().out
    assert "shelves: missed 4.1/days at shelves/c.html:1" in said
    assert "shelves: found in vain 4.1/utc at shelves/a.py:2" in said
    assert (labeled.root / ".cache/upgrades/shelves-2.0/shelves/a.py").is_file()
    assert (labeled.root / upgrades.REPORT).read_text() == REPORT


def test_an_index_that_does_not_answer_and_an_unknown_name_are_lines(
    labeled: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert upgrades.main([], labeled.root, Index(("--no-index",))) == 1
    assert "shelves: " in capsys.readouterr().out
    assert (labeled.root / upgrades.REPORT).read_text() == REPORT
    assert upgrades.main(["shelvess"], labeled.root) == 2
    assert (
        "found 'shelvess', expected a name of a file in data/upgrades/; did you mean 'shelves'?"
        in capsys.readouterr().out
    )
