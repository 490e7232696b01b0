"""A name on a change page leads to its description and its source, in the release that has it."""

from pathlib import Path

import pytest

from atlas.check.django_links import Checker
from atlas.decide.names import DjangoNames, read_names
from atlas.facts import docs_pages, source_files
from tests.library import library_of


@pytest.fixture(scope="module")
def known(root: Path) -> DjangoNames:
    return read_names(root / "data")


def test_a_class_has_both(known: DjangoNames) -> None:
    name = known.look_up("django.contrib.auth.views.LogoutView", "4.1")
    assert name.docs == (
        "https://docs.djangoproject.com/en/4.1/topics/auth/default/#django.contrib.auth.views.LogoutView"
    )
    assert name.source == "https://github.com/django/django/blob/4.1.13/django/contrib/auth/views.py"


@pytest.mark.parametrize(
    ("symbol", "end"),
    [
        ("CSRF_COOKIE_MASKED", "ref/settings/#std-setting-CSRF_COOKIE_MASKED"),
        ("{% url %}", "ref/templates/builtins/#std-templatetag-url"),
        ("django.test.Client.login()", "topics/testing/tools/#django.test.Client.login"),
    ],
)
def test_settings_tags_and_methods_have_a_description(known: DjangoNames, symbol: str, end: str) -> None:
    assert known.look_up(symbol, "4.1").docs == f"https://docs.djangoproject.com/en/4.1/{end}"


def test_what_a_release_removed_is_shown_where_it_last_stood(known: DjangoNames) -> None:
    name = known.look_up("django.utils.timezone.utc", "5.0")
    assert (name.docs_series, name.source_tag) == ("4.2", "4.2.30")


def test_a_name_that_is_not_djangos_has_neither(known: DjangoNames) -> None:
    name = known.look_up("pytz.utc", "4.1")
    assert (name.docs, name.source) == (None, None)


def test_every_address_so_found_is_right(known: DjangoNames, root: Path) -> None:
    checker = Checker(docs_pages.load(root / "data"), source_files.load(root / "data"))
    library = library_of(root)
    found = [known.look_up(symbol, change.release) for change in library.changes for symbol in change.symbols]
    urls = [url for name in found for url in (name.docs, name.source) if url]
    assert urls
    assert [checker.fault(url) for url in urls if checker.fault(url)] == []
