"""The tables of both engines: written once, complete in every file of rules, and with no copy in JavaScript."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from atlas.check.growth import slow
from atlas.records.expressions import not_shared
from atlas.scan.tables import DEFAULT, TABLES, TableData
from atlas.words.rule_kinds import LOOKED_UP, NAMING, RULE_KINDS

SCRIPTS = Path("docs/assets/javascripts/scan")
#: Words of tables that JavaScript has for reasons of its own: kinds of rules by which it looks, and parts of syntax.
OTHERWISE = {*LOOKED_UP, "python", "template", "templates"}


def words(value: object) -> Iterator[str]:
    """All texts and larger numbers in a table, keys aside."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, int) and value > 10:
        yield str(value)


def copies(text: str) -> list[str]:
    """Words of the tables that stand in a script as a literal."""
    literals = set(re.findall(r'"([^"\n]*)"', text)) | set(re.findall(r"\b\d{2,}\b", text.replace("_", "")))
    return sorted(literals & set(words(TABLES)) - OTHERWISE)


def test_no_script_has_a_copy_of_what_is_in_the_tables(root: Path) -> None:
    scripts = sorted((root / SCRIPTS).rglob("*.js"))
    found = {path.name: copies(path.read_text(encoding="utf-8")) for path in scripts}
    assert {name: held for name, held in found.items() if held} == {}


def test_a_copy_would_be_seen() -> None:
    assert copies('const SKIPPED = ["node_modules"]; const LARGEST = 2000000;') == ["2000000", "node_modules"]


def test_the_page_reads_every_table_and_no_other(root: Path) -> None:
    text = (root / SCRIPTS / "engine/tables.js").read_text(encoding="utf-8")
    assert set(re.findall(r"data\.(\w+)", text)) == set(TABLES) == TableData.__required_keys__


def test_the_tables_go_through_json_unchanged() -> None:
    assert json.loads(json.dumps(TABLES)) == TABLES


def test_none_of_their_expressions_is_slow() -> None:
    assert slow(TABLES["word"]) is None
    assert slow(TABLES["escaped_word"]) is None
    assert slow(TABLES["in_pieces"]) is None
    assert slow(TABLES["template_part"]) is None
    assert slow(TABLES["version_comparison"], whole=True) is None


def test_their_expressions_are_such_as_both_languages_read_alike() -> None:
    names = ("word", "version_comparison", "template_part")
    assert [TABLES[name] for name in names if not_shared(TABLES[name])] == []  # type: ignore[literal-required]


def test_every_kind_of_rule_but_patterns_looks_for_names() -> None:
    assert {*NAMING, "pattern"} == set(RULE_KINDS)


def test_reasons_are_sentences_with_their_values() -> None:
    assert (
        DEFAULT.reason("invalid", line=3, why="LINE of no use")
        == "line 3: not valid Python 3 (LINE of no use)"
    )
