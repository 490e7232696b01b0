"""Rules as authors write them: short to write, and every mistake has its answer."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from atlas.facts.reading import in_words
from atlas.records.library import load
from atlas.records.rules import Rule
from tests.project import GOOD, NO_RULE, Project


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ({"name": "django.utils.timezone.utc"}, {"name": ["django.utils.timezone.utc"]}),
        ({"call": "a.B", "passes": ["x", "0"]}, {"call": ["a.B"], "passes": ["x", 0]}),
        ({"call": "a.B", "passes": "x"}, {"call": ["a.B"], "passes": ["x"], "needs": [["x"]]}),
        ({"load": "i18n"}, {"load": ["i18n"], "needs": [["load"]]}),
        ({"call": "a.B", "lacks": "1"}, {"call": ["a.B"], "lacks": [1]}),
        (
            {"method": "is_ajax", "on": "request"},
            {"method": ["is_ajax"], "on": ["request"], "needs": [["request"]]},
        ),
        (
            {"override": "save", "base": "models.Model"},
            {"override": ["save"], "base": ["models.Model"], "needs": [["Model"]]},
        ),
        (
            {"variable": "x", "scope": "class", "value": "1"},
            {"variable": ["x"], "scope": "class", "value": "1"},
        ),
        ({"pattern": "<a", "files": "*.js"}, {"pattern": ["<a"], "files": ["*.js"]}),
        (
            {"pattern": ["<abc", "#abcd"], "files": "*.js"},
            {"pattern": ["<abc", "#abcd"], "files": ["*.js"], "needs": [["*abc", "*abcd"]]},
        ),
    ],
)
def test_a_single_value_needs_no_brackets_and_plain_data_has_nothing_empty(
    written: dict[str, Any], plain: dict[str, Any]
) -> None:
    assert Rule(**written).plain() == plain


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ({}, "found none, expected exactly one of name, call, method"),
        ({"name": "a.b", "setting": "USE_TZ"}, "found name and setting, expected exactly one of"),
        ({"name": "a.b", "passes": "x"}, "found passes beside name, expected no condition"),
        ({"tag": "x", "on": "y"}, "found on beside tag, expected no condition"),
        ({"name": "utc"}, "expected a full dotted name such as django.urls.path"),
        ({"tag": "x", "value": "y"}, "found value beside tag, expected no condition"),
        ({"setting": "X", "value_not": "y"}, "unknown field"),
        ({"string": "two words"}, "expected a text without blanks"),
        ({"setting": "use_tz"}, "expected the name of a setting"),
        ({"method": "request.is_ajax"}, "expected one name without dots"),
        ({"method": "x", "value": "True"}, "expected `passes:` beside value"),
        ({"override": "x", "lacks": "0"}, "expected names of parameters"),
        ({"pattern": "(a"}, "expected a regular expression"),
        ({"pattern": "(?P<x>a)"}, "expected what Python and JavaScript both understand, not '(?'"),
        ({"pattern": r"a\Z"}, r"expected what Python and JavaScript both understand, not '\\Z'"),
        ({"pattern": "a*+"}, "expected what Python and JavaScript both understand, not '*+'"),
        ({"pattern": "(?i)a"}, "expected what Python and JavaScript both understand, not '(?'"),
        ({"pattern": "a*"}, "expected an expression that does not match the empty text"),
        ({"variable": "x", "scope": "function"}, "expected 'module' or 'class'"),
        ({"name": []}, "found none"),
        ({"nmae": "a.b"}, "unknown field"),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused(written: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as error:
        Rule(**written)
    assert message in "\n".join(in_words(dict(row)) for row in error.value.errors())


@pytest.mark.parametrize("pattern", [r"(?:a|b)(?=c)(?!d)(?<=e)(?<!f)", r"\+\+|\[\]|a+?", r"[^>]*<a\b"])
def test_expressions_that_both_languages_understand_are_accepted(pattern: str) -> None:
    assert Rule(pattern=(pattern,)).pattern == (pattern,)


def test_a_mistake_in_front_matter_is_told_with_its_line(tmp_path: Path, root: Path) -> None:
    project = Project(tmp_path, root / "data")
    detect = "detect:\n  - name: django.urls.path\n  - setting: use_tz\n  - tag: a\n    filter: b\n"
    path = project.write("4.1/shelves", GOOD.replace(NO_RULE, detect))
    assert [str(problem) for problem in load(tmp_path)[1]] == [
        f"{path}:13: detect.1.setting.0: found 'use_tz', expected the name of a setting",
        f"{path}:14: detect.2: found tag and filter, expected exactly one of name, call, method, attribute,"
        " setting, unset, variable, override, string, tag, filter, load, pattern in each rule",
    ]


def test_the_words_of_a_rule_are_what_somebody_may_type() -> None:
    assert Rule(tag=("ifequal",)).words == ("{% ifequal %}",)
    assert Rule(load=("staticfiles",)).words == ("{% load staticfiles %}",)
    assert Rule(call=("a.B",), passes=("x", "0")).words == ("a.B", "x")
    assert Rule(pattern=("a+",)).words == ()
