"""What makes an expression slow on a long text, told without a clock."""

import pytest

from atlas.check.growth import slow, widest

LINEAR = [
    r"\b\w+\s*,",
    r"(?<!\w)\w+@",
    r"^[ \t]*import cx_Oracle",
    r"^.*foo",
    r'"[^"]*"x',
    r"setlang[^)]{0,400}Accept",
    r"f\((?:[^()]|\([^()]*\))*\)x",
    r"^class\s+\w+:(?:(?!^class\s)[\s\S])*?\bparams",
    r"\{[{%](?:[^{}\"']|\"[^\"]*\")*\.create",
    r"<(?:a|b)\b[^<>]*\burl\s+['\"]x",
]
QUADRATIC = [
    (r"\w+\s*,", "a word of 40,000 letters begins at each of them"),
    (r"^\s*import cx_Oracle", "blank lines: each is a beginning, and reads the others"),
    (r"\w+@", "the same, at the end"),
    (r"setlang[^)]*Accept", "the beginning, again and again"),
    (r"query\.where\)(?![\s\S]*FullResultSet)", "what must not come later is looked for in all the rest"),
    (r"class \w+\(\):(?=(?:\n[ \t].*|\n)*\n\tdef x)", "a class in a string in a class"),
    (r"x\s*\n\s*y", "two repeats that share blanks between them"),
    (r"x[ab]*[bc]*d", "the same, of sets that overlap"),
    (r"\bexclude\b[^\n=]*\+=?\s*\[", "blanks after any of them"),
    (r"(?:foo|\w+,)x", "one of several alternatives"),
    (r"(?:\w+\.)?\w+\(x", "a part that may be missing"),
    (r"(?:a+)+b", "a repeat of a repeat"),
    (r"\{\{(?:[^}\"']|\"[^\"]*\")*\.create", "braces in braces"),
]


@pytest.mark.parametrize("expression", LINEAR)
def test_an_expression_that_reads_each_character_a_few_times_is_let_be(expression: str) -> None:
    assert slow(expression) is None


@pytest.mark.parametrize(("expression", "why"), QUADRATIC)
def test_an_expression_that_reads_the_rest_from_every_place_is_slow(expression: str, why: str) -> None:
    assert slow(expression) is not None, why


def test_it_says_which_text_shows_it() -> None:
    found = slow(r"setlang[^)]*Accept")
    assert found
    assert found.text.startswith("setlang")


def test_a_value_is_tried_from_its_beginning_alone() -> None:
    assert slow(r"\w+@", whole=True) is None
    assert slow(r'"\w+__\w+"', whole=True) is not None
    assert slow(r'"\w{1,80}?__\w+"', whole=True) is None


def test_bounds_within_bounds_are_multiplied() -> None:
    assert widest(r"a{0,40}b{0,60}") == 60
    assert widest(r"x(?:a{0,40}|(?!b{0,50}c)d){0,60}") == 3000
    assert widest(r"(?:ab?)*") == 1
