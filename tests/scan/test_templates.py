"""Tags, filters, libraries and attributes in templates, and what Django's lexer passes over."""

import pytest

from tests.scan.finding import found

PAGE = "shop/templates/page.html"
TAG = {"tag": "ifequal"}


@pytest.mark.parametrize(
    "text",
    [
        "ifequal {{ ifequal }} {{ 'ifequal' }}",
        "{% if ifequal %}{% endifequal2 %}",
        "{# {% ifequal a b %} #}",
        "{% comment %}{% ifequal a b %}{% endcomment %}",
        "{% comment 'why' %}\n{% ifequal a b %}\n{% endcomment %}",
        "{% verbatim %}{% ifequal a b %}{% endverbatim %}",
        "{% verbatim x %}{% endverbatim %}{% ifequal a b %}{% endverbatim x %}",
        "{% ifequal a\n b %}",
        "{% comment %}{% verbatim %}{% endcomment %}{% endverbatim %}{% ifequal a b %}{% endcomment %}",
    ],
)
def test_nothing_happens_where_django_sees_no_such_tag(text: str) -> None:
    assert found(TAG, text, PAGE) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{% ifequal a b %}", "1:1"),
        ("é\n  {%ifequal a b%}", "2:3"),
        ("{% verbatim %}{% endverbatim %}{% ifequal a b %}", "1:32"),
        ("{% comment %}{% endcomment %}{% ifequal a b %}", "1:30"),
        ("{# not {% closed\n{% ifequal a b %}", "2:1"),
        ("a\r\nb\r{% ifequal a b %}".replace("\r\n", "\n").replace("\r", "\n"), "3:1"),
    ],
)
def test_a_tag_is_found(text: str, place: str) -> None:
    assert found(TAG, text, PAGE) == [f"{place} {{% ifequal %}}"]


def test_a_filter_is_found_in_variables_and_tags_but_not_in_strings() -> None:
    rule = {"filter": "length_is"}
    assert found(rule, "{{ length_is|x:'|length_is' }}{{ a.length_is }}{{ \"a|length_is\" }}", PAGE) == []
    text = "{{ a|length_is:2 }}{% if a|x:'q' | length_is:2 %}{% filter length_is:3|upper %}"
    assert found(rule, text, PAGE) == [f"1:{column} |length_is" for column in (6, 36, 60)]


def test_a_library_is_found_by_both_forms_of_load() -> None:
    rule = {"load": "staticfiles"}
    assert found(rule, "{% load static %}{% load staticfiles from static %}", PAGE) == []
    assert found(rule, "{% load i18n staticfiles %}\n{% load static from staticfiles %}", PAGE) == [
        "1:1 {% load staticfiles %}",
        "2:1 {% load staticfiles %}",
    ]


def test_attributes_and_methods_are_found_in_templates_too() -> None:
    text = "{% if request.is_ajax and a.b.c %}{{ is_ajax }}{{ 'x.is_ajax' }}{{ form.is_ajax.x }}{% endif %}"
    assert found({"method": "is_ajax"}, text, PAGE) == ["1:15 is_ajax", "1:73 is_ajax"]
    assert found({"attribute": "is_ajax", "on": "request"}, text, PAGE) == ["1:15 is_ajax"]
    assert found({"method": "is_ajax", "passes": "x"}, text, PAGE) == []


def test_a_template_in_a_python_string_is_read_as_one() -> None:
    text = "x = Template(\n    '''\n{% ifequal a b %}''')\ny = '{# {% ifequal a b %} #}'\nz = 'ifequal'"
    assert found(TAG, text) == ["2:5 {% ifequal %}"]


def test_a_pattern_does_not_see_comments_and_verbatim_text() -> None:
    rule = {"pattern": "<a\\b[^>]*logout"}
    text = "{# <a href='logout'> #}\n{% verbatim %}<a href='logout'>{% endverbatim %}\n<a\n href='logout'>"
    assert found(rule, text, PAGE) == ["3:1 <a"]


@pytest.mark.parametrize("path", ["a/b.html", "a/templates/b.txt", "templates/mail/b.subject", "x/B.HTM"])
def test_these_files_are_templates(path: str) -> None:
    assert found(TAG, "{% ifequal a b %}", path)


@pytest.mark.parametrize("path", ["a/b.txt", "a/jinja2/b.html", "a/b.md", "a/templates/b.png", "a/b"])
def test_these_files_are_none(path: str) -> None:
    assert not found(TAG, "{% ifequal a b %}", path)
