r"""The words that an expression needs: each one is in all that it matches, and nothing is said that is not certain."""

import re
from pathlib import Path

import pytest

from atlas.records.evidence import forms_of
from atlas.records.needs import Needs, needs_of
from tests.library import library_of


def told(*expressions: str) -> Needs:
    return needs_of(expressions)


@pytest.mark.parametrize(
    "expression",
    [r"\w+", r"[^<]*", r"(?:abc)?", r"(?:abc|[0-9])", r"(?!abc)\w", "--+", r"(?<!abc)x*y", "(?i)abc"],
)
def test_where_nothing_is_certain_nothing_is_needed(expression: str) -> None:
    assert told(expression) == []


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        (r"\.save\(", [["save"]]),
        (r"save\(", [["*save"]]),
        (r"\bsave\b", [["save"]]),
        (r"\bsave", [["*save"]]),
        (r"(?<![.\w])save(?!\w)", [["save"]]),
        (r"(?<!\.)save(?!\()", [["*save"]]),
        (r"^save$", [["save"]]),
        (r"\w*save\w*", [["*save"]]),
        (r"\.(?:delete|update)\(", [["delete", "update"]]),
        (r"\.a?first\(", [["afirst", "first"]]),
        (r"\b[Pp]illow\b", [["Pillow", "pillow"]]),
        (r"\bpil\s*low\b", [["pil", "pillow"]]),
        (r"\bpil\s+low\b", [["low"], ["pil"]]),
        (r"\bget_\w{1,60}_display\b", [["*_display"], ["*get_"]]),
        (r"\.values\([^)]*\)\.update\(", [["update"], ["values"]]),
        (r"\.values\((?=[^)]*\bflat\b)", [["flat"], ["values"]]),
        (r"(?<=raises )\w+", [["*raises"]]),
        (r"(?:\babc\b)+", [["abc"]]),
        (r"(?:\babc\b\W)*\bdef_\b", [["def_"]]),
        (r"(?:Big)?Field\(", [["*BigField", "*Field"]]),
        (r"\bab\b|\bcd\b", [["ab", "cd"]]),
        (r"\bab\b|\bcd\b|--", []),
        (r"class \w+\(\bForm\b", [["Form"]]),
    ],
)
def test_what_an_expression_needs(expression: str, needed: Needs) -> None:
    assert told(expression) == needed


def test_of_several_expressions_one_is_enough() -> None:
    assert told(r"\babc\b", r"\bdef_\b") == [["abc", "def_"]]
    assert told(r"\babc\b", "--") == []


def test_a_rule_of_many_spellings_is_taken_apart() -> None:
    assert told(r"\b" + "[abcdef]" * 12 + r" \bname\b") == [["name"]]


def has(text: str, needed: Needs) -> bool:
    words = set(re.findall(r"\w+", text, re.ASCII))
    return all(any(word in words or (word[0] == "*" and word[1:] in text) for word in one) for one in needed)


def test_whatever_an_expression_of_a_page_matches_has_what_it_needs(root: Path) -> None:
    """All code of all pages, and each match by itself, so that nothing around it helps."""
    found = 0
    for change in library_of(root).changes:
        texts = [fence.text for fence in change.page.fences] + [
            form.fence.text for form in forms_of(change.page)
        ]
        for expression in (one for rule in change.detect for one in rule.pattern):
            needed = told(expression)
            for match in (
                match for text in texts for match in re.finditer(expression, text, re.ASCII | re.MULTILINE)
            ):
                around = match.string[max(0, match.start() - 100) : match.end() + 2100]
                assert has(around, needed), (change.id, expression, match[0])
                found += 1
    assert found > 200
