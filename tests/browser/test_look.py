"""What a reader sees: pages that fit, stand still, follow the reader's clock and print whole."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PATIENCE
from tests.browser.serving import QuietHandler, served, settle
from tests.browser.shapes import SHAPES

CHANGE = SHAPES["change"]
#: A line on which scripts come after the first picture and long pages in pieces: what a fast one hides is seen. Waiting
#: costs no processor time, where a processor that is slowed down costs three times that of a test.
SLOW_LINE = {"offline": False, "latency": 60, "downloadThroughput": 400_000, "uploadThroughput": 400_000}
#: How much slower than this machine a reader's may be, for the shapes whose scripts draw in more than one go.
SLOWER = {"planner": 6}
#: What moves while a page loads, as https://web.dev/articles/cls defines it: by how much, what, from where to where.
SHIFTS = """new Promise(done => {
  const told = [];
  const rect = ({x, y, width, height}) => [x, y, width, height].map(Math.round).join(" ");
  const what = ({node, previousRect, currentRect}) => {
    const name = node ? node.outerHTML || node.textContent : "something that is gone";
    return `${name.slice(0, 120)}: ${rect(previousRect)} -> ${rect(currentRect)}`;
  };
  new PerformanceObserver(list => list.getEntries().forEach(one => told.push([one.value, one.sources.map(what)])))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(told), 600);
})"""
#: Puts a line above the text when the page has been drawn.
LATE = """addEventListener("load", () => setTimeout(() => document.querySelector("article").prepend("late "), 100))"""


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_is_wider_than_a_small_phone(page: Page, site: str, shape: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(site + SHAPES[shape])
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.slow
@pytest.mark.parametrize("width", (1280, 390))
@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_shifts_while_a_page_loads(page: Page, site: str, shape: str, width: int) -> None:
    rate = SLOWER.get(shape, 1)
    page.set_viewport_size({"width": width, "height": 900})
    page.set_default_timeout(rate * PATIENCE)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", SLOW_LINE)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    page.goto(site + SHAPES[shape])
    assert page.evaluate(SHIFTS) == []


class InTwoParts(QuietHandler):
    """Sends a page up to the middle of its footer, and the rest when a browser could have painted that."""

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        if self.path != "/late/":
            super().do_GET()
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        cut = page.index(b"md-grid", page.index(b"<footer"))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page[:cut])
        time.sleep(1)
        self.wfile.write(page[cut:])


def test_nothing_shifts_where_the_end_of_a_page_comes_late(page: Page, built_site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    with served(built_site, InTwoParts) as site:
        page.goto(f"{site}late/")
        assert page.evaluate(SHIFTS) == []


def test_what_a_late_script_moves_is_seen(page: Page, site: str) -> None:
    page.add_init_script(LATE)
    page.goto(site + CHANGE)
    assert page.evaluate(SHIFTS)


@pytest.mark.parametrize("shape", ("release", "table", "filter", "text"))
def test_nothing_moves_in_the_table_of_contents_when_a_heading_becomes_current(
    page: Page, site: str, shape: str
) -> None:
    page.goto(site + SHAPES[shape])
    heights = "[...document.querySelectorAll('.md-nav--secondary li')].map(one => one.getBoundingClientRect().height)"
    links = "document.querySelectorAll('.md-nav--secondary .md-nav__link')"
    before = page.evaluate(heights)
    assert before
    page.evaluate(f"{links}.forEach(one => one.classList.add('md-nav__link--active'))")
    assert page.evaluate(heights) == before


@pytest.mark.slow
def test_nothing_is_asked_of_another_host(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in SHAPES.values():
        page.goto(site + path)
        settle(page)
    assert asked
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []


def test_before_and_after_stand_beside_each_other_where_they_fit(page: Page, site: str) -> None:
    page.goto(site + "about/conventions/")
    before, after = (
        page.locator(f".pair--side .half--{role}").first.bounding_box() for role in ("before", "after")
    )
    assert before and after
    assert before["y"] == after["y"]
    page.set_viewport_size({"width": 390, "height": 800})
    before, after = (
        page.locator(f".pair--side .half--{role}").first.bounding_box() for role in ("before", "after")
    )
    assert before and after
    assert after["y"] >= before["y"] + before["height"] - 1


def test_the_page_for_a_wrong_address_searches(page: Page, site: str) -> None:
    page.goto(site + "releases/4.1/log-out-by-post/")
    page.get_by_label("Search the atlas").fill("logout")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".md-search-result__link", has_text="Logging out takes a POST request").first.click()
    assert page.url.startswith(site + CHANGE)


def test_an_exact_warning_opens_at_a_tap(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(site + CHANGE)
    text = page.locator(".recorded").get_by_text("Log out via GET requests is deprecated")
    assert not text.is_visible()
    page.get_by_role("link", name="Exact results").click()
    page.locator("details.run--warns summary").first.click()
    assert text.is_visible()
    assert page.get_by_text("Django 4.1.13, 4.2.").first.is_visible()


def test_the_line_of_today_follows_the_readers_clock(page: Page, site: str) -> None:
    page.goto(site)
    place = "document.querySelector('[data-today]').getAttribute('x')"
    today = float(page.evaluate(place).rstrip("%"))
    page.clock.set_fixed_time("2028-01-10T12:00:00Z")
    page.reload()
    assert float(page.evaluate(place).rstrip("%")) > today + 5
    page.clock.set_fixed_time("2050-01-10T12:00:00Z")
    page.reload()
    assert page.evaluate("document.querySelector('[data-today]').hasAttribute('hidden')")


def test_the_release_chosen_on_the_front_page_is_marked_on_a_strip(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_label("I am on").select_option("4.2")
    page.get_by_role("button", name="Show the plan").click()
    assert "from=4.2" in page.url
    page.goto(site + CHANGE)
    assert page.locator(".strip th.chosen").all_text_contents() == ["4.2"]


def test_the_drawer_opens_by_keyboard(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 640, "height": 700})
    page.goto(site + CHANGE)
    link = page.get_by_role("link", name="Requirements", exact=True)
    assert not link.is_visible() or (link.bounding_box() or {"x": 0})["x"] < 0
    page.locator("label[for=__drawer].md-header__button").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('__drawer').checked")
    link.click()
    assert page.url == f"{site}reference/requirements/"


def test_paper_shows_recorded_texts_and_addresses_but_no_furniture(page: Page, site: str) -> None:
    page.goto(site + CHANGE)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".recorded").get_by_text("Log out via GET requests is deprecated").is_visible()
    for furniture in (".md-header", ".md-sidebar", ".neighbors", ".md-search"):
        assert not page.locator(furniture).first.is_visible(), furniture
    ticket = page.locator(".facts a", has_text="#15619")
    shown = ticket.evaluate("one => getComputedStyle(one, '::after').content")
    assert "https://code.djangoproject.com/ticket/15619" in shown
