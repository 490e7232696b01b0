"""Text becomes terms: names stay whole, and their tails and pieces are found as well."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.search_scripts import loaded_search

TERMS = [
    (
        "django.utils.timezone.utc",
        "django.utils.timezone.utc utils.timezone.utc timezone.utc utc django timezone",
    ),
    ("DEFAULT_AUTO_FIELD", "default_auto_field default auto field"),
    ("assertFormError", "assertformerror assert form error"),
    ("__init_subclass__", "__init_subclass__ init_subclass init subclass"),
    ("RemovedInDjango50Warning", "removedindjango50warning removed django 50 warning"),
    ("Django 4.1.13", "django 4.1.13"),
    ("CVE-2022-34265", "cve-2022-34265 cve 2022 34265"),
    ("ticket #15619", "ticket #15619 15619"),
    ("{% url 'logout' %}", "{%url url logout"),
    ("{%- if x -%}", "{%if if x"),
    ("{{ name|length_is }}", "name length_is length"),
    ('Value("x")', "value() value x"),
    ("QuerySet.alias()", "queryset.alias() queryset.alias alias queryset query set"),
    ("author__name", "author__name author name"),
    ("decorators caches entries", "decorators decorator caches cache entries entry"),
    ("masked logging", "masked mask logging log"),
    ("class status bus", "class status bus"),
    ("'Author' instance", "author instance"),
    ("naïve", "naïve"),
    ("... -- !", ""),
]


@pytest.fixture(scope="module")
def words(browser: Browser) -> Iterator[Page]:
    with loaded_search(browser, []) as page:
        yield page


@pytest.mark.parametrize(("text", "terms"), TERMS, ids=[text for text, _ in TERMS])
def test_a_text_is_found_under_its_terms(words: Page, text: str, terms: str) -> None:
    all_terms = set(words.evaluate("text => wordsOf(text).flatMap(word => termsOf(word, 'text'))", text))
    assert set(terms.split()) <= all_terms


def test_a_version_is_not_found_under_its_numbers(words: Page) -> None:
    assert words.evaluate("wordsOf('4.1.13').flatMap(word => termsOf(word, 'text'))") == ["4.1.13"]


def test_among_names_pieces_are_a_field_of_their_own(words: Page) -> None:
    name = "django.core.validators.StepValueValidator"
    assert "value" not in words.evaluate(
        "name => wordsOf(name).flatMap(word => termsOf(word, 'names'))", name
    )
    assert "stepvaluevalidator" in words.evaluate(
        "name => wordsOf(name).flatMap(word => termsOf(word, 'names'))", name
    )
    assert "value" in words.evaluate("name => wordsOf(name).flatMap(word => termsOf(word, 'pieces'))", name)


def test_a_name_is_found_as_a_call_but_a_word_of_the_text_is_not(words: Page) -> None:
    assert "value()" in words.evaluate(
        "wordsOf('django.db.models.Value').flatMap(word => termsOf(word, 'names'))"
    )
    assert "value()" not in words.evaluate("wordsOf('a value').flatMap(word => termsOf(word, 'text'))")


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("field", "field", 0),
        ("feild", "field", 1),
        ("assertfromerror", "assertformerror", 1),
        ("cat", "dogs", 4),
    ],
)
def test_letters_that_changed_places_are_one_typo(words: Page, one: str, other: str, steps: int) -> None:
    assert words.evaluate("([a, b]) => distance(a, b)", [one, other]) == steps
