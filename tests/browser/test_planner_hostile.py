"""Whatever stands in an address, a file or the browser's storage: the planner neither throws nor lets it in."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

#: Generated files; the same on every run, as are generated addresses.
NUMBER = 1000
SEED = 20261121

MARKUP = (
    "<script>window.broken=1</script>",
    "<img src=x onerror=window.broken=1>",
    '"><svg onload=window.broken=1>',
    "'><b id=injected>",
    "javascript:window.broken=1",
    "{{7*7}}${7*7}",
    "</textarea><script>window.broken=1</script>",
)
ODD = (
    *MARKUP, "", " ", "\0", "\n", "%", "%E0%A4%A", "%00", "+", "&", "=", "#", "?", "..", "../../etc", "__proto__",
    "constructor", "toString", "hasOwnProperty", "NaN", "Infinity", "-1", "1e999", "4", "4.", ".4", "4.1.", "4.1.99",
    "04.1", "4.1.13.2", "٤.١", "４.１", "3.2", "3.2.12", "4.1", "6.2", "2028", "999999999999.1", "x" * 5000, "💥",
    "\u202e4.1", "null", "undefined", "true", "[]", "{}", "3.2,4.1", "gis,admin", "new", "must", "12.4", "19c",
)  # fmt: skip
NAMES = (
    "from",
    "to",
    "see",
    "without",
    "python",
    "postgresql",
    "mysql",
    "oracle",
    "today",
    "q",
    "__proto__",
    "area",
)
IDS = ("4.1/logout-by-post", "patch/3.2.25", "switch/4.0", "9.9/unknown", "4.0/x", *ODD[:30])


@pytest.fixture
def planner(page: Page, site: str) -> Iterator[Page]:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{site}upgrade/?from=3.2.12&to=4.1")
    page.evaluate("window.elements = new Set(Array.from(document.querySelectorAll('*'), one => one.tagName))")
    yield page
    assert wrong == []


def untouched(page: Page) -> None:
    """No script ran, and nothing stands on the page that the planner itself would not draw."""
    assert page.evaluate("window.broken") is None
    assert page.locator("#injected").count() == 0
    assert (
        page.evaluate("document.querySelectorAll('#planner :is(img, script, svg, iframe, object)').length")
        == 0
    )
    handlers = "Array.from(document.querySelectorAll('#planner *')).filter(one => one.hasAttribute('onerror')).length"
    assert page.evaluate(handlers) == 0


def address(chance: random.Random) -> str:
    """A query with a few parameters, some of them escaped by halves, and perhaps an anchor."""
    parts = []
    for _ in range(chance.randrange(6)):
        value = chance.choice(ODD) + (chance.choice(ODD) if chance.random() < 0.3 else "")
        parts.append(f"{chance.choice(NAMES)}{chance.choice(('=', '=', '=', '', '=='))}{value}")
    text = "?" + chance.choice(("&", "&", ";")).join(parts).replace("#", chance.choice(("#", "%23")))
    return text + (
        f"#{chance.choice(('step-', 'stop-', ''))}{chance.choice(ODD)}" if chance.random() < 0.3 else ""
    )


#: Goes through addresses as a page does that opens; those that left no heading and no sentence.
VISIT = """addresses => addresses.filter(address => {
  const url = new URL(address, location.origin);
  atlasPlanner.state.visit(url.search, url.hash, {open: [address, null, {}]});
  const title = document.querySelector(".plan-title"), plan = atlasPlanner.state.plan;
  const said = document.querySelector(plan.sentence ? "#plan-head .plan-warning" : ".board, .plan .steps");
  new URL(atlasPlanner.choice.write(atlasPlanner.state.choice), location.origin);
  return !title || !said || !title.textContent.includes(plan.from);
})"""


# Each draws a whole plan.
@pytest.mark.parametrize("number", [50, 1000])
def test_no_address_breaks_the_planner(planner: Page, number: int) -> None:
    chance = random.Random(SEED)
    addresses = [f"?from={odd}&to={odd}&q={odd}&python={odd}&postgresql={odd}" for odd in ODD]
    addresses += [address(chance) for _ in range(number)]
    assert planner.evaluate(VISIT, addresses) == []
    untouched(planner)


@pytest.mark.parametrize("address", ["?from=%&to=%E0%A4%A#%", f"?from={MARKUP[1]}&q={MARKUP[0]}#{MARKUP[2]}"])
def test_a_page_opens_at_an_address_that_is_none(planner: Page, address: str) -> None:
    planner.goto(planner.url.partition("?")[0] + address)
    assert planner.locator("#plan-head .plan-warning").first.inner_text().startswith("There is no Django ")
    untouched(planner)


def entry(chance: random.Random) -> Any:
    return chance.choice(
        [
            {"done": chance.choice(("2026-11-21", "", *ODD)), "note": chance.choice(ODD)},
            {"done": chance.choice([None, 1, [], {}, True]), "note": chance.choice([None, 1, [], {}])},
            {"note": "".join(chance.choices(ODD, k=3)), "__proto__": {"done": "2026-11-21"}},
            chance.choice([None, 1, "x", [], [{}], True]),
        ]
    )


def imported(chance: random.Random) -> str:
    """A file: nearly right, of another shape, or cut off in its middle."""
    steps = {chance.choice(IDS): entry(chance) for _ in range(chance.randrange(5))}
    value: Any = {"format": "atlas-progress", "version": 1, "steps": steps}
    if chance.random() < 0.3:
        value[chance.choice(("format", "version", "steps", "__proto__"))] = chance.choice(
            [None, 2, "x", [], {}, steps]
        )
    text = json.dumps(chance.choice([value, value, value, value, [value], steps]))
    return text[: chance.randrange(len(text))] if chance.random() < 0.2 else text


#: Takes files one after the other and draws after some; gives those that were not answered with a sentence.
TAKE = """files => files.filter((text, place) => {
  const said = atlasPlanner.backup.take(text, atlasPlanner.state);
  if (place % 50 === 0) atlasPlanner.state.redraw();
  return !/^(Loaded \\d+ |This file )/.test(said);
})"""


def test_no_file_breaks_the_planner(planner: Page) -> None:
    chance = random.Random(SEED)
    files = [imported(chance) for _ in range(NUMBER)]
    nasty = ["", "[", "null", "0", '"x"', "\ufeff{}", "[" * 100_000, '{"a":' * 50_000, *ODD]
    assert planner.evaluate(TAKE, files + nasty) == []
    planner.evaluate("atlasPlanner.state.redraw()")
    untouched(planner)
    assert planner.evaluate("({}).done") is None, "no prototype was written to"
    for note in planner.locator(".step__words").all():
        assert note.evaluate("one => one.tagName") == "TEXTAREA"


def test_notes_of_any_text_come_out_as_text_in_every_format(planner: Page) -> None:
    planner.evaluate("notes => atlasPlanner.state.plan.hops[0].groups[2].steps.forEach((step, place) => "
                     "atlasPlanner.state.store.write(step.id, notes[place % notes.length]))", list(ODD))  # fmt: skip
    planner.evaluate("atlasPlanner.state.redraw()")
    planner.get_by_role("button", name="Copy for a ticket").click()
    for name in ("Jira", "plain text", "CSV", "Markdown task list"):
        planner.get_by_role("radio", name=name).check()
        assert "3.2 to 4.0" in planner.get_by_label("What will be copied").input_value()
    untouched(planner)


@pytest.mark.parametrize(
    "kept", [*MARKUP[:2], "[]", '{"format": "atlas-progress", "version": 1, "steps": 3}', "x" * 1_000_000]
)
def test_what_the_browser_kept_may_be_anything(planner: Page, kept: str) -> None:
    keys = ["atlas.progress", "atlas.from", "atlas.from.exact"]
    keep = "([keys, text]) => keys.forEach(key => localStorage.setItem(key, text))"
    planner.evaluate(keep, [keys, kept])
    planner.goto(planner.url.partition("?")[0])
    expect(planner.locator("#plan-empty")).to_be_visible()
    untouched(planner)


@pytest.mark.parametrize(
    "detail",
    [
        None,
        {},
        {"hits": None, "proposals": None},
        {"hits": [None, 1, "x", {}, {"change": "__proto__", "path": MARKUP[1], "line": "x"}]},
        {
            "hits": [{"change": "4.0/use-l10n-default", "path": MARKUP[1], "line": 3}],
            "proposals": {"django": MARKUP[1]},
        },
        {"proposals": {"django": 3, "python": {}, "sources": [None, MARKUP[1]]}},
    ],
)
def test_what_a_scan_says_may_be_anything(planner: Page, detail: Any) -> None:
    planner.evaluate("detail => document.dispatchEvent(new CustomEvent('atlas:scanned', {detail}))", detail)
    for button in planner.locator("#plan-proposals button").all():
        button.click()
    untouched(planner)


def test_what_gets_in_is_noticed(planner: Page) -> None:
    planner.evaluate("document.getElementById('plan-head').innerHTML = '<img src=x onerror=window.broken=1>'")
    with pytest.raises(AssertionError):
        untouched(planner)
