"""Files that read well in a diff, and that change only as a whole."""

import json
from pathlib import Path

import pytest

from atlas.sync.writer import known_version, stale, texts, write
from tests.sync.archives import facts_of


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines only in the first text, and only in the second."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_every_file_is_json_and_ends_with_a_line_break() -> None:
    files = texts(facts_of())
    assert set(files) == {
        "releases.json",
        "patches.json",
        "patch-notes.json",
        "cves.json",
        "deprecations.json",
        "notes/4.1.json",
    }
    for text in files.values():
        json.loads(text)
        assert text.endswith("\n") and not text.endswith("\n\n")


def test_no_file_holds_a_sentence_of_the_notes() -> None:
    everything = "".join(texts(facts_of()).values())
    for words in ("Shelves were open", "A detail of it", "It closes", "will be removed", "Use the newest"):
        assert words not in everything


def test_a_fact_that_changes_is_one_line_of_a_diff() -> None:
    before = texts(facts_of())
    python = texts(facts_of(notes=("3.8, 3.9, and", "3.9, and")))
    assert changed_lines(before["releases.json"], python["releases.json"]) == (['    "3.8": "4.1",'], [])
    fixes = texts(facts_of(patch=("* One thing works.\n", "")))
    gone, come = changed_lines(before["patches.json"], fixes["patches.json"])
    assert (len(gone), len(come)) == (1, 1)
    unit = texts(facts_of(notes=("* It closes.", "* It closes early.")))
    gone, come = changed_lines(before["notes/4.1.json"], unit["notes/4.1.json"])
    assert (len(gone), len(come)) == (1, 1)


def test_a_row_keeps_its_null_and_drops_what_it_never_has() -> None:
    facts = facts_of(security=("2022-11111", "2022-22222"))
    assert '"anchor": null' in texts(facts)["cves.json"]
    assert "deprecated_in" not in texts(facts)["notes/4.1.json"]


def test_only_files_that_differ_are_written(tmp_path: Path) -> None:
    data = tmp_path / "data"
    files = texts(facts_of())
    write(files, stale(files, data), data)
    assert stale(files, data) == []
    (data / "cves.json").write_text("{}\n", encoding="utf-8")
    assert stale(files, data) == ["cves.json"]


def test_a_write_that_fails_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "a.json").write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write({"a.json": "new", "b.json": "\udc80"}, ["a.json", "b.json"], data)
    assert (data / "a.json").read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [data]


@pytest.mark.parametrize("content", ["", "{}", "[]", "not json"])
def test_facts_that_cannot_be_read_have_no_version(tmp_path: Path, content: str) -> None:
    (tmp_path / "releases.json").write_text(content, encoding="utf-8")
    assert known_version(tmp_path) is None
