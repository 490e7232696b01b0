"""The search's scripts in a blank page, without a site around them: for tests of words and of ranking."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from playwright.sync_api import Browser, Page

from atlas.publish.scripts import FOLDER, as_script, bundles
from atlas.publish.search.answers import answers
from atlas.publish.search.entry import Entry
from atlas.publish.search.pasted import pasted_constants
from atlas.records.library import load
from tests.building import ROOT


@cache
def constants() -> dict[str, Any]:
    """What Python gives the scripts beside the entries."""
    library, _ = load(ROOT)
    return {"PASTED": pasted_constants(flat=False), "ANSWERS": answers(library, flat=False)}


@contextmanager
def loaded_search(browser: Browser, entries: list[Entry]) -> Iterator[Page]:
    """A page that has the scripts, and some entries indexed."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>Search</title>")
    for name, value in constants().items():
        page.add_script_tag(content=f"const {name} = {as_script(value)}")
    for part in bundles(ROOT)["search"].parts:
        page.add_script_tag(path=ROOT / FOLDER / f"{part}.js")
    page.evaluate("rows => { window.index = buildIndex(rows) }", [entry.row() for entry in entries])
    yield page
    page.close()


def found(page: Page, query: str) -> list[str]:
    """Locations of the results, best first."""
    ranked: list[str] = page.evaluate("query => rank(index, query).map(({ entry }) => entry.location)", query)
    return ranked


def answer(page: Page, query: str) -> dict[str, Any]:
    """What the worker answers to Material's box."""
    answered: dict[str, Any] = page.evaluate("query => search(index, query)", query)
    return answered
