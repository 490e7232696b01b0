"""Phrases that we do not write: found in sentences and not in code, none in guides, ever fewer in change pages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools import prose

LIST = """\
strict: ["docs/*.md"]
counted: ["docs/releases/**/*.md"]
phrases:
  - {found: '\\banew\\b', instead: 'write "again"', left: 1}
  - {found: '\\bof its own\\b', instead: 'write "separate"', left: 0}
"""
Write = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of a project that has a list of two phrases."""

    def write(path: str, text: str) -> None:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    write("tools/prose.yml", LIST)
    return write


def test_good_sentences_pass(write: Write, tmp_path: Path) -> None:
    write("docs/guide.md", "# A guide\nRun it again.\n")
    assert prose.main([], tmp_path) == 0


def test_a_phrase_in_a_guide_is_an_error_with_its_place_and_the_remedy(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("docs/guide.md", "# A guide\n\nRun it anew.\n")
    assert prose.main([], tmp_path) == 1
    assert "docs/guide.md:3: prose: found 'anew'; write \"again\"\n" in capsys.readouterr().out


def test_a_phrase_is_found_across_the_end_of_a_line(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("docs/guide.md", "In a deployment of its\nown.\n")
    assert prose.main([], tmp_path) == 1
    assert "docs/guide.md:1: prose: found 'of its own'" in capsys.readouterr().out


def test_a_title_is_a_sentence_too(write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write("docs/guide.md", "---\nrender_macros: true\ntitle: Built anew\n---\nText.\n")
    assert prose.main([], tmp_path) == 1
    assert "docs/guide.md:3: prose: found 'anew'" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["`anew = 1`", "[link](anew.md)", "```python\nanew = 1\n```", "renewed"])
def test_code_addresses_and_parts_of_words_are_no_phrases(write: Write, tmp_path: Path, text: str) -> None:
    write("docs/guide.md", f"{text}\n")
    assert prose.main([], tmp_path) == 0


def test_change_pages_may_keep_what_they_have(write: Write, tmp_path: Path) -> None:
    write("docs/releases/4.1/old.md", "Built anew.\n")
    assert prose.main([], tmp_path) == 0


def test_one_more_in_a_change_page_is_an_error_that_lists_all_places(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("docs/releases/4.1/old.md", "Built anew.\n")
    write("docs/releases/4.1/young.md", "Drawn anew.\n")
    assert prose.main([], tmp_path) == 1
    said = capsys.readouterr().out
    assert "found 2" in said and "at most 1 may be left" in said
    assert "docs/releases/4.1/old.md:1" in said and "docs/releases/4.1/young.md:1" in said


def test_a_count_goes_down_and_never_up(write: Write, tmp_path: Path) -> None:
    write("docs/releases/4.1/young.md", "In a room of its own.\n")
    assert prose.main(["--lower"], tmp_path) == 1
    lowered = LIST.replace("left: 1", "left: 0")
    assert (tmp_path / "tools/prose.yml").read_text(encoding="utf-8") == lowered


def test_every_phrase_of_the_real_list_can_be_read_and_has_a_remedy(root: Path) -> None:
    rules = prose.read_rules(root)
    assert len(rules.phrases) > 15
    assert all(phrase.instead for phrase in rules.phrases)
