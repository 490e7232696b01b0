"""Detection rules read as sentences."""

import pytest

from atlas.records.rules import Rule
from atlas.words.rule_kinds import RULE_KINDS
from macros.pages import rule_words


def line(**rule: object) -> str:
    return str(rule_words._line(Rule(**rule)))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"name": "django.utils.timezone.utc"}, "imports and uses of <code>django.utils.timezone.utc</code>"),
        (
            {"call": "django.db.models.Index", "lacks": "name"},
            "calls of <code>django.db.models.Index</code> without the argument <code>name</code>",
        ),
        (
            {"method": ["only", "defer"], "on": "objects"},
            "calls of a method named <code>only</code> or <code>defer</code> on <code>objects</code>",
        ),
        (
            {"override": "get", "base": "View", "passes": "request"},
            "classes that define <code>get</code> where the class derives from <code>View</code> "
            "that has the argument <code>request</code>",
        ),
        (
            {"setting": "USE_L10N", "value": "False"},
            "the setting <code>USE_L10N</code> whose value matches <code>False</code>",
        ),
        (
            {"variable": "default_app_config", "scope": "module"},
            "the variable <code>default_app_config</code> at the top of a module",
        ),
        ({"tag": "ifequal"}, "the template tag <code>{% ifequal %}</code>"),
        ({"filter": "json_script"}, "the template filter <code>|json_script</code>"),
        ({"load": "staticfiles"}, "templates that load <code>{% load staticfiles %}</code>"),
    ],
)
def test_a_rule_in_words(rule: dict[str, object], words: str) -> None:
    assert line(**rule) == words


def test_what_an_author_writes_is_shown_and_not_run() -> None:
    assert "<code>&lt;script&gt;</code>" in line(pattern="<script>", files="templates")


def test_there_are_words_for_every_kind_of_rule() -> None:
    assert set(rule_words.KINDS_IN_WORDS) == set(RULE_KINDS)
