"""Which page comes first, on a fixed shelf of entries."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from atlas.publish.search.entry import Entry
from atlas.words.vocabulary import KINDS
from tests.browser.search_scripts import answer, found, loaded_search

TEASER = '<p class="search-teaser">'
UTC_ERROR = "AttributeError: module 'django.utils.timezone' has no attribute 'utc'"
SHELF = [
    Entry(
        "logout/", "Logging out takes a POST request", release="4.1", kind="deprecated", impact="high",
        summary="A GET request still logs out but warns.", names="django.contrib.auth.views.LogoutView",
        numbers="ticket #15619", keywords="sign out",
        messages="RemovedInDjango50Warning: Log out via GET requests is deprecated. Use POST requests instead.",
        text="A template with {% url 'logout' %} in a link is hit. The answer is 405 Method Not Allowed.",
    ),
    Entry(
        "utc/", "UTC comes from Python's datetime", release="4.1", kind="deprecated", impact="medium",
        summary="Importing utc from Django warns, then fails.", names="django.utils.timezone.utc",
        messages=f"RemovedInDjango50Warning: The alias is deprecated.\n{UTC_ERROR}",
        text="Write datetime.timezone.utc. A module without it has no use for an attribute.",
    ),
    Entry(
        "zones/", "Time zones come from zoneinfo", release="4.0", kind="changed", impact="low",
        summary="The attribute of a time zone module that pytz had.", names="django.utils.timezone.now",
        text="An error with pytz; a module attribute, utc and timezone, error and attribute. Has it no module?",
    ),
    Entry(
        "value/", "Value() finds its own type", release="3.2", kind="added",
        summary="A plain value needs no output field.", names="django.db.models.Value",
        text="A value of text, a number or a date.",
    ),
    Entry(
        "step/", "A validator for steps of a value", release="4.1", kind="added",
        summary="The value must be a step from the lower value.", names="django.core.validators.StepValueValidator",
        text="value, value, value: any value.",
    ),
    Entry(
        "indexes/", "Covering indexes", release="3.2", kind="added", names="django.db.models.Index.include",
        summary="An index can hold more columns than it sorts by.", text="On PostgreSQL alone.",
    ),
    Entry(
        "errors/", "assertFormError() takes a form", release="4.1", kind="deprecated", impact="medium",
        summary="Hand over the form, not the response.", names="django.test.SimpleTestCase.assertFormError",
    ),
    Entry(
        "cve/", "Trunc and Extract check their arguments", release="4.1", kind="changed", impact="high",
        summary="Names from users were put into SQL.", numbers="CVE-2022-34265", text="Upgrade at once.",
    ),
    Entry("release/", "Django 4.1", keywords="4.1, Django 4.1, release notes", text="Django django django."),
    Entry("release/#dates", "Dates", page="Django 4.1", text="CVE-2022-34265 was fixed. assertFormError."),
    Entry("setting/", "The key type is a setting", release="3.2", kind="changed", names="DEFAULT_AUTO_FIELD",
          summary="A model says which key it has.", impact="high", text="BigAutoField or AutoField."),
]  # fmt: skip


def labeled() -> list[Entry]:
    """The shelf, with the labels of kinds."""
    return [replace(entry, label=KINDS[entry.kind].label) if entry.kind else entry for entry in SHELF]


@pytest.fixture(scope="module")
def shelf(browser: Browser) -> Iterator[Page]:
    with loaded_search(browser, labeled()) as page:
        yield page


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("timezone.utc", "utc/"),
        ("django.utils.timezone.utc", "utc/"),
        ("utc", "utc/"),
        ("assertFormError", "errors/"),
        ("DEFAULT_AUTO_FIELD", "setting/"),
        ("default auto field", "setting/"),
        ("#15619", "logout/"),
        ("15619", "logout/"),
        ("ticket 15619", "logout/"),
        ("https://code.djangoproject.com/ticket/15619", "logout/"),
        ("{% url %}", "logout/"),
        ("{% url", "logout/"),
        ("CVE-2022-34265", "cve/"),
        ("Value()", "value/"),
        ("Value", "value/"),
        ("covering index", "indexes/"),
        ("how do I log out with a link?", "logout/"),
        ("Django 4.1", "release/"),
        ("4.1", "release/"),
        (UTC_ERROR, "utc/"),
        ("has no attribute 'utc'", "utc/"),
        ("Log out via GET requests is deprecated", "logout/"),
        ("RemovedInDjango50Warning: Log out via GET requests", "logout/"),
        ("method not allowed 405", "logout/"),
    ],
)
def test_the_right_page_comes_first(shelf: Page, query: str, first: str) -> None:
    assert found(shelf, query)[0] == first


@pytest.mark.parametrize(
    "typed", ["time", "timez", "timezone.u", "assertF", "default_au", "logou", "#156", "CVE-2022-3"]
)
def test_results_come_while_a_word_is_being_typed(shelf: Page, typed: str) -> None:
    assert found(shelf, typed)


@pytest.mark.parametrize(
    ("typo", "first"),
    [
        ("assertFromError", "errors/"),
        ("timzone", "utc/"),
        ("covring indexes", "indexes/"),
        ("LogoutVeiw", "logout/"),
    ],
)
def test_a_typo_is_forgiven(shelf: Page, typo: str, first: str) -> None:
    assert found(shelf, typo)[0] == first


def test_a_word_that_stands_there_is_never_taken_for_a_typo(shelf: Page) -> None:
    assert found(shelf, "step") == ["step/"]
    assert found(shelf, "stepp") == ["step/"]


def test_a_letter_that_an_apostrophe_leaves_over_is_no_word(shelf: Page) -> None:
    assert found(shelf, "what isn't covering") == found(shelf, "covering")


def test_pages_with_all_words_come_before_pages_with_one_of_them_many_times(shelf: Page) -> None:
    assert found(shelf, "value type")[0] == "value/"


def test_a_pasted_error_is_not_drowned_by_pages_that_have_some_of_its_words(shelf: Page) -> None:
    assert found(shelf, UTC_ERROR)[:2] in (["utc/"], ["utc/", "zones/"])
    assert len(found(shelf, UTC_ERROR)) < 4


def test_a_page_comes_before_a_section_that_mentions_the_same(shelf: Page) -> None:
    assert found(shelf, "assertFormError") == ["errors/", "release/#dates"]


def test_nothing_is_found_for_nonsense(shelf: Page) -> None:
    assert found(shelf, "xyzzyplugh") == []
    assert answer(shelf, "?!") == {"items": [], "suggest": [], "sure": True}


def test_a_result_shows_release_and_kind_behind_its_title(shelf: Page) -> None:
    ((item,),) = answer(shelf, "#15619")["items"]
    assert item["title"] == (
        "Logging out takes a POST request"
        ' <span class="badge release">4.1</span> <span class="badge kind--deprecated">Deprecated</span>'
    )


def test_found_words_are_marked_and_everything_else_is_escaped(browser: Browser) -> None:
    entry = Entry("x/", "<b>bold</b> & more", summary="Mind <script>alert(1)</script>.")
    with loaded_search(browser, [entry]) as page:
        ((item,),) = answer(page, "bold script")["items"]
        assert item["title"] == "&#60;b&#62;<mark>bold</mark>&#60;/b&#62; &#38; more"
        page.evaluate("html => { document.body.innerHTML = html }", item["title"])
        assert page.inner_text("body") == "<b>bold</b> & more"
        assert "<script" not in item["text"]


def test_the_teaser_is_the_summary_or_the_place_where_the_words_stand(shelf: Page) -> None:
    ((whole,),) = answer(shelf, "LogoutView")["items"]
    assert whole["text"] == f"{TEASER}A GET request still logs out but warns.</p>"
    ((error,),) = answer(shelf, "via GET requests")["items"]
    assert error["text"].startswith(
        f"{TEASER}RemovedInDjango50Warning: Log out <mark>via</mark> <mark>GET</mark>"
    )


def test_missing_words_are_named_and_found_ones_are_highlighted_on_the_page(shelf: Page) -> None:
    first = answer(shelf, "timezone.utc xyzzyplugh")["items"][0][0]
    assert first["terms"] == {"timezone.utc": True, "xyzzyplugh": False}
    ((item,),) = answer(shelf, "{% url %}")["items"]
    assert item["terms"] == {"url": True}


def test_sections_stand_below_their_page(shelf: Page) -> None:
    items = next(group for group in answer(shelf, "dates fixed")["items"])
    assert [item["location"] for item in items] == ["release/#dates", "release/"]


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("logou", ["logoutview"]), ("assertF", ["assertFormError"]), ("time zo", ["zones"]), ("xyz", [])],
)
def test_the_word_that_is_being_typed_is_completed(shelf: Page, typed: str, suggested: list[str]) -> None:
    assert answer(shelf, typed)["suggest"] == suggested


def test_of_a_block_without_a_message_the_last_line_that_is_not_indented_is_searched(shelf: Page) -> None:
    items = answer(shelf, "Please look at this:⏎covering indexes⏎    as they are")["items"]
    assert [group[0]["location"] for group in items] == ["indexes/"]
