"""Ticks and notes stay in the browser, go into a file and come back, whatever a file holds."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.planner_scripts import loaded_planner
from tests.building import ROOT
from tests.library import library_of

PARSE = """([text, moved]) => {
  const read = atlasPlanner.progress.parse(text, new Map(Object.entries(moved)));
  return read.sentence || Object.fromEntries(read.entries);
}"""
MERGE = """([one, other]) => {
  const map = value => new Map(Object.entries(value));
  return Object.fromEntries(atlasPlanner.progress.merge(map(one), map(other)));
}"""
DONE = {"done": "2026-11-21", "note": ""}


@pytest.fixture(scope="module")
def planner(browser: Browser) -> Iterator[Page]:
    with loaded_planner(browser, library_of(ROOT)) as page:
        yield page


def parse(page: Page, text: str, moved: dict[str, str] | None = None) -> Any:
    return page.evaluate(PARSE, [text, moved or {}])


def file(steps: Any, **more: Any) -> str:
    return json.dumps({"format": "atlas-progress", "version": 1, "steps": steps, **more})


def test_a_file_comes_back_as_it_was_written(planner: Page) -> None:
    entries = {"4.1/x": {"done": "2026-11-21", "note": 'ask Ann\n"twice" <b>'}, "switch/4.1": DONE}
    text = planner.evaluate(
        "value => atlasPlanner.progress.write(new Map(Object.entries(value)))",
        dict(reversed(entries.items())),
    )
    assert parse(planner, text) == entries
    assert list(json.loads(text)["steps"]) == sorted(entries), "files can be compared"


def test_ticks_of_changes_that_are_not_known_here_are_kept(planner: Page) -> None:
    assert parse(planner, file({"9.9/unheard-of": DONE})) == {"9.9/unheard-of": DONE}


def test_a_tick_follows_its_change_to_a_new_name(planner: Page) -> None:
    assert parse(planner, file({"4.1/old": DONE}), {"4.1/old": "4.1/new"}) == {"4.1/new": DONE}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This file is not JSON"),
        ("{", "This file is not JSON"),
        ("[]", "This file holds no ticks"),
        ("null", "This file holds no ticks"),
        ('"x"', "This file holds no ticks"),
        ("{}", "This file holds no ticks"),
        ('{"format": "atlas-progress", "version": 1}', "This file holds no ticks"),
        (file([]), "This file holds no ticks"),
        (file({}, version=2), "This file was written by a newer copy"),
        (file({}, format="other"), "This file holds no ticks"),
        ("x" * 2_000_001, "This file is too large"),
    ],
)
def test_a_file_of_another_sort_is_refused_with_a_sentence(planner: Page, text: str, sentence: str) -> None:
    said = parse(planner, text)
    assert isinstance(said, str)
    assert said.startswith(sentence)


@pytest.mark.parametrize(
    "entry",
    [None, 1, [], "done", {}, {"done": True}, {"done": "yesterday"}, {"note": 5}, {"done": "", "note": ""}],
)
def test_an_entry_that_says_nothing_is_left_out(planner: Page, entry: Any) -> None:
    assert parse(planner, file({"4.1/x": entry, "4.1/y": DONE})) == {"4.1/y": DONE}


@pytest.mark.parametrize(
    "name", ["__proto__", "constructor", "4.1", "4.1/", "/x", "4.1/X Y", "4.1/<b>", "a" * 200]
)
def test_a_name_of_another_form_is_left_out(planner: Page, name: str) -> None:
    assert parse(planner, file({name: DONE})) == {}
    assert planner.evaluate("({}).done") is None


def test_two_files_lose_nothing(planner: Page) -> None:
    one = {"4.1/x": {"done": "2026-11-21", "note": "mine"}, "4.1/y": {"done": "", "note": "same"}}
    other = {
        "4.1/x": {"done": "2026-11-01", "note": "yours"},
        "4.1/y": {"done": "2026-01-01", "note": "same"},
    }
    assert planner.evaluate(MERGE, [one, other]) == {
        "4.1/x": {"done": "2026-11-01", "note": "mine\nyours"},
        "4.1/y": {"done": "2026-01-01", "note": "same"},
    }


def test_taking_a_file_twice_changes_nothing_more(planner: Page) -> None:
    one = {"4.1/x": {"done": "", "note": "mine"}}
    other = {"4.1/x": {"done": "2026-11-01", "note": "yours"}}
    once = planner.evaluate(MERGE, [one, other])
    assert planner.evaluate(MERGE, [once, other]) == once
