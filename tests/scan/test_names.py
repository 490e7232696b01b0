"""Dotted names: every form of import and use, and what only looks like one."""

import pytest

from tests.scan.finding import found

RULE = {"name": "django.utils.encoding.force_text"}
NAME = "django.utils.encoding.force_text"


@pytest.mark.parametrize(
    "text",
    [
        "from django.utils.encoding import force_str\nforce_str(1)",
        "def force_text(value):\n    return value\nforce_text(1)",
        "from .compat import force_text\nforce_text(1)",
        "from project.django.utils.encoding import force_text",
        "import encoding\nencoding.force_text(1)",
        "from django.utils import text\ntext.force_text(1)",
        "self.encoding.force_text(1)",
        '"""force_text() of django.utils.encoding.force_text is gone."""',
        "# from django.utils.encoding import force_text",
    ],
)
def test_nothing_happens_where_the_name_is_another(text: str) -> None:
    assert found(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("from django.utils.encoding import force_text\nforce_text(1)", ["1:35", "2:1"]),
        ("from django.utils.encoding import a, force_text as ft\nx = ft(1)", ["1:38"]),
        ("import django.utils.encoding\ndjango.utils.encoding.force_text(1)", ["2:1"]),
        ("import django.utils.encoding as e\nf = e.force_text", ["2:5"]),
        ("from django.utils import encoding\nmap(encoding.force_text, [])", ["2:5"]),
        ("from django import utils as u\nu.encoding.force_text.__name__", ["2:1"]),
        ("from django.utils.encoding import *\nforce_text(1)", ["2:1"]),
        ("from django.utils.encoding import (\n    force_str,\n    force_text,\n)", ["3:5"]),
        (
            "def f():\n    from django.utils.encoding import force_text\n    return force_text",
            ["2:39", "3:12"],
        ),
        (
            "from django.utils.encoding import force_text\n@force_text\ndef f(a=force_text): pass",
            ["1:35", "2:2", "3:9"],
        ),
        ("from unittest import mock\nmock.patch('django.utils.encoding.force_text')", ["2:12"]),
        ("é = 'ü'; from django.utils.encoding import force_text", ["1:44"]),
    ],
)
def test_every_form_of_import_and_use_is_found(text: str, places: list[str]) -> None:
    assert found(RULE, text) == [f"{place} {NAME}" for place in places]


def test_a_module_is_found_with_everything_in_it() -> None:
    rule = {"name": "django.utils.six"}
    assert found(rule, "from django.utils.six.moves import range\nrange(3)\nimport six") == [
        "1:36 django.utils.six",
        "2:1 django.utils.six",
    ]
    assert found(rule, "from django.utils import six\nsix.text_type") == [
        "1:26 django.utils.six",
        "2:1 django.utils.six",
    ]
    assert found(rule, "from django.utils.sixty import x") == []


def test_the_module_behind_a_public_name_is_found_under_the_public_name() -> None:
    rule = {"name": "django.db.models.NullBooleanField"}
    for module in ("django.db.models.fields", "django.contrib.gis.db.models"):
        assert found(rule, f"from {module} import NullBooleanField") == [
            f"1:{len(module) + 14} django.db.models.NullBooleanField"
        ]
    assert found(rule, "from django.forms.fields import NullBooleanField") == []


@pytest.mark.parametrize(
    "inner",
    [
        "def f(force_text): return force_text(1)",
        "def f():\n    for force_text in []: force_text(1)",
        "def f():\n    force_text = str\n    def g(): return force_text(1)",
        "def f():\n    with open('x') as force_text: force_text(1)",
        "def f():\n    try: pass\n    except ValueError as force_text: force_text(1)",
        "def f(*force_text): return lambda: force_text",
        "[force_text(1) for force_text in []]",
        "lambda force_text: force_text(1)",
        "class A:\n    force_text = str\n    x = force_text(1)",
        "def f(x):\n    match x:\n        case [force_text, *_]: force_text(1)",
        "def f():\n    if (force_text := str): force_text(1)",
        "def f():\n    def force_text(): pass\n    force_text()",
        "def f():\n    global force_text\n    force_text = str\nforce_text(1)",
        "def f():\n    force_text = 1\n    def g():\n        nonlocal force_text\n        force_text = force_text + 1",
    ],
)
def test_a_local_name_that_hides_an_import_is_no_hit(inner: str) -> None:
    text = f"from django.utils.encoding import force_text\n{inner}"
    assert found(RULE, text) == [f"1:35 {NAME}"]


def test_the_names_of_a_class_are_not_seen_in_its_methods() -> None:
    method = "    def f(self): return force_text"
    text = f"from django.utils.encoding import force_text\nclass A:\n    force_text = 1\n{method}"
    assert found(RULE, text) == [f"1:35 {NAME}", f"4:25 {NAME}"]


def test_inside_an_f_string_the_place_is_that_of_the_string() -> None:
    text = "from django.utils.encoding import force_text\nx = f'{1} {force_text(2)}'"
    assert found(RULE, text)[-1] == f"2:5 {NAME}"
