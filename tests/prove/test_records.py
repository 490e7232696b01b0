"""Records: what is run again, what is dropped, and that two runs at once lose nothing."""

import json
from multiprocessing import get_context
from pathlib import Path

import pytest

from atlas.claims.keys import Keys, jobs_of, project_hash
from atlas.prove.runner import Runner
from atlas.prove.store import Store, equal_together
from atlas.words.problems import RecordsBroken
from tests.desk import Desk, fence

SAMPLE = fence("After", "print(Author.objects.count())")


def keys(desk: Desk) -> dict[tuple[str, str], str]:
    library = desk.library()
    return {
        job.name: job.key for job in jobs_of(library.changes, Keys(desk.folder, list(library.facts.releases)))
    }


@pytest.mark.django
def test_a_second_run_runs_nothing_and_writes_the_same_bytes(desk):
    table = desk("4.1")
    table.write("4.1/x", SAMPLE, kind="added")
    assert table.prove().results
    before = {path: path.read_bytes() for path in table.places.proof.glob("*.json")}
    assert not table.prove().results
    assert table.prove(again=True).results
    assert {path: path.read_bytes() for path in table.places.proof.glob("*.json")} == before


def test_only_the_page_that_changed_is_stale(desk):
    table = desk("4.1")
    table.write("4.1/x", SAMPLE, kind="added")
    table.write("4.1/y", SAMPLE, kind="added")
    before = keys(table)
    table.write("4.1/x", fence("After", "print(2)"), kind="added")
    after = keys(table)
    assert [name for name in before if before[name] != after[name]] == [("4.1/x", "After")]


@pytest.mark.parametrize(
    ("fences", "fields"),
    [
        ([SAMPLE, fence("settings.py", "DEBUG = True")], {}),
        ([SAMPLE, fence("After: catalog/x.html", "x", "html+django")], {}),
        ([SAMPLE], {"needs": "[postgresql]"}),
    ],
    ids=["settings", "a file", "needs"],
)
def test_all_that_a_result_depends_on_is_in_the_key(desk, fences, fields):
    table = desk("4.1")
    table.write("4.1/x", SAMPLE, kind="added")
    before = keys(table)
    table.write("4.1/x", *fences, kind="added", **fields)
    assert keys(table) != before


def test_text_around_the_sample_is_not_in_the_key(desk):
    table = desk("4.1")
    table.write("4.1/x", SAMPLE, kind="added")
    before = keys(table)
    table.write("4.1/x", "More words.", SAMPLE, kind="added", title="Shelves close on Mondays")
    assert keys(table) == before


def test_the_sample_project_is_in_the_key_without_its_tests(tmp_path):
    (tmp_path / "models.py").write_text("1")
    before = project_hash(tmp_path)
    (tmp_path / "tests.py").write_text("1")
    (tmp_path / "models.cpython-310.pyc").write_text("1")
    assert project_hash(tmp_path) == before
    (tmp_path / "models.py").write_text("2")
    assert project_hash(tmp_path) != before


@pytest.mark.django
def test_a_run_of_everything_drops_the_records_of_pages_that_are_gone(desk):
    table = desk("4.1")
    table.write("4.1/x", SAMPLE, kind="added")
    table.write("4.1/y", SAMPLE, kind="added")
    table.prove()
    (table.folder / "docs/releases/4.1/x.md").unlink()
    table.prove()
    assert list(json.loads((table.places.proof / "4.1.json").read_text())) == ["4.1/y"]


def record(number):
    """The record of a sample that was never run on any release, with a key made from a number."""
    return {"key": f"{number:012x}", "results": []}


def test_what_no_reader_would_take_is_not_written(tmp_path):
    store = Store(tmp_path, tmp_path / "lock")
    store.merge({"4.1/x": {"After": record(1)}}, {"4.1/x": {"After"}})
    before = (tmp_path / "4.1.json").read_text()
    with pytest.raises(RecordsBroken) as broken:
        store.merge({"4.1/x": {"After": {"key": 3, "results": []}}}, {"4.1/x": {"After"}})
    assert str(broken.value) == (
        "data/proof/4.1.json: 4.1/x.After.key: found 3, expected text;"
        " nothing was written: mend the code that writes it, or the type in atlas/facts"
    )
    assert (tmp_path / "4.1.json").read_text() == before


def test_a_broken_record_stops_a_run_before_anything_is_written(tmp_path):
    (tmp_path / "4.1.json").write_text('{"4.1/x": ')
    store = Store(tmp_path, tmp_path / "lock")
    with pytest.raises(RecordsBroken) as broken:
        store.merge({"4.1/y": {"After": record(1)}}, {"4.1/y": {"After"}})
    assert str(broken.value) == (
        "data/proof/4.1.json:1: JSON: found no valid JSON (EOF while parsing a value); take it back with git,"
        " or write it again: rm data/proof/4.1.json && make prove"
    )
    assert (tmp_path / "4.1.json").read_text() == '{"4.1/x": '


def test_a_sample_that_a_page_lost_loses_its_record(tmp_path):
    store = Store(tmp_path, tmp_path / "lock")
    store.merge({"4.1/x": {"Before": record(1), "After": record(2)}}, {"4.1/x": {"Before", "After"}})
    store.merge({}, {"4.1/x": {"After"}})
    assert store.read() == {"4.1/x": {"After": record(2)}}


def test_equal_results_of_several_releases_share_an_entry():
    same, other = {"status": "ok", "output": "1"}, {"status": "ok", "output": "2"}
    assert equal_together({"4.10": same, "4.2": other, "4.1": same}) == [
        {"releases": ["4.1", "4.10"], **same},
        {"releases": ["4.2"], **other},
    ]


def merge_many(folder: str, name: str) -> None:
    store = Store(Path(folder), Path(folder) / "lock")
    for number in range(20):
        change = f"4.1/{name}-{number}"
        store.merge({change: {"After": record(number)}}, {change: {"After"}})


def test_two_runs_at_once_lose_nothing(tmp_path):
    context = get_context("spawn")
    both = [context.Process(target=merge_many, args=(str(tmp_path), name)) for name in ("a", "b")]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert len(Store(tmp_path, tmp_path / "lock").read()) == 40


@pytest.mark.django
def test_an_interrupted_run_keeps_the_parts_that_it_came_through(desk, monkeypatch):
    table = desk("4.1", "4.2")
    for name in ("one", "two", "three"):
        table.write(f"4.2/{name}", fence("After", f"print({name!r})"), kind="added")
    monkeypatch.setattr("atlas.prove.proving.PART", 1)
    run, ran = Runner.run, []

    def interrupted(self, jobs, targets):
        ran.append([job.owner.id for job in jobs])
        if len(ran) == 3:
            raise KeyboardInterrupt
        return run(self, jobs, targets)

    monkeypatch.setattr(Runner, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        table.prove()
    kept = [pages for (pages,) in ran[:2]]
    assert sorted(table.places.store.read()) == sorted(kept)
    assert not (table.places.proof / "environments.json").exists(), "the run has not come to its end"
    table.prove()
    assert ran[3:] == ran[2:3], "what was kept is not run again"
    assert table.places.store.read().keys() == {"4.2/one", "4.2/two", "4.2/three"}
    assert (table.places.proof / "environments.json").exists()


@pytest.mark.django
def test_a_run_that_ended_before_it_noted_its_versions_notes_them_the_next_time(desk):
    table = desk("4.1")
    table.write("4.1/x", SAMPLE, kind="added")
    table.write("4.1/y", SAMPLE, kind="added", title="Shelves open")
    table.prove()
    (table.places.proof / "environments.json").unlink()
    assert len(table.prove().results) == 1
    assert (table.places.proof / "environments.json").exists()
    assert not table.prove().results
