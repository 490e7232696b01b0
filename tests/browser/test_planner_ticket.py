"""What is copied for a ticket is what the plan shows, with links to the hosted site."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.clipboard import pasted
from tests.browser.planner_page import HOSTED, hop, steps, ticket
from tests.browser.shapes import SCHEMES, WIDTHS

pytestmark = pytest.mark.slow


def test_what_is_copied_is_what_is_shown_with_links_to_the_hosted_site(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}?from=3.2.12&to=4.1")
    group = hop(page, "4.0").locator('[data-group="stops"]')
    titles = group.locator(".change-title").all_inner_texts()
    group.get_by_role("button", name="Copy: 3.2 to 4.0, stops the site").click()
    window = ticket(page)
    for form in ("Jira", "plain text", "CSV", "Markdown task list"):
        window.get_by_role("radio", name=form).check()
        text = window.get_by_role("textbox").input_value()
        window.get_by_role("button", name="Copy", exact=True).click()
        expect(window.get_by_role("status")).to_have_text("Copied.")
        assert pasted(page) == text
        assert "file:" not in text
        assert text.count(f"{HOSTED}releases/") == len(titles) > 5
    shown = [re.sub(r"\\(.)|`", r"\1", line) for line in text.split("\n") if line.startswith("- [ ] ")]
    assert [line.partition("](")[0].removeprefix("- [ ] [") for line in shown] == titles
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()


def test_what_is_ticked_can_be_left_out_of_a_copy(planner: Page) -> None:
    planner.locator("[data-tick]").first.check()
    planner.get_by_role("button", name="Copy for a ticket").click()
    window = ticket(planner)
    assert "- [x] [Install Django 3.2.25]" in window.get_by_role("textbox").input_value()
    window.get_by_role("checkbox", name="leave out what is ticked").check()
    assert "3.2.25" not in window.get_by_role("textbox").input_value()


def test_a_checklist_can_be_saved_as_a_file(planner: Page) -> None:
    planner.get_by_role("button", name="Copy this hop: 3.2 to 4.0").click()
    planner.get_by_role("radio", name="CSV").check()
    with planner.expect_download() as download:
        planner.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "django-3.2.12-to-4.1-4.0.csv"
    assert download.value.path().read_bytes().startswith(b'"Done","Where","Step"')


def test_what_is_folded_is_copied_as_well(planner: Page) -> None:
    planner.get_by_role("button", name="Copy this hop: 3.2 to 4.0").click()
    text = ticket(planner).get_by_role("textbox").input_value()
    assert "### 3.2 to 4.0: rewritten by django-upgrade" in text
    assert "### 3.2 to 4.0: low impact" in text
    assert text.count("- [ ] ") == hop(planner, "4.0").locator("[data-step]").count()


def test_the_commands_of_a_hop_are_copied_together(planner: Page) -> None:
    planner.get_by_role("button", name="Copy the commands: 3.2 to 4.0").click()
    expect(planner.locator("#plan-told")).to_have_text("Copied.")
    assert pasted(planner) == hop(planner, "4.0").locator(".run-block code").inner_text()
    assert "django-upgrade --target-version 4.0\n" in pasted(planner)


@pytest.mark.parametrize(
    ("form", "opening"),
    [("Markdown task list", "```sh\n"), ("Jira", "{code:bash}\n"), ("plain text", "    ")],
)
def test_the_ticket_of_a_hop_has_its_commands(planner: Page, form: str, opening: str) -> None:
    planner.get_by_role("button", name="Copy this hop: 3.2 to 4.0").click()
    window = ticket(planner)
    window.get_by_role("radio", name=form).check()
    commands = planner.locator("#stop-4-0 .run-block code").inner_text().split("\n")
    text = window.get_by_role("textbox").input_value()
    assert opening + commands[0] in text
    assert all(text.count(line) == 1 for line in commands)


def test_the_window_counts_and_says_what_a_ticket_does_not_take(planner: Page) -> None:
    planner.goto(planner.url.replace("to=4.1", "to=6.1"))
    planner.get_by_role("button", name="Copy for a ticket").click()
    window, count = ticket(planner), planner.locator("#plan-ticket-count")
    window.get_by_role("radio", name="Jira").check()
    length = len(window.get_by_role("textbox").input_value())
    assert length > 32_767
    expect(count).to_have_text(
        f"{length:,} characters, and Jira takes 32,767: copy hop by hop, or leave out what is ticked."
    )
    planner.keyboard.press("Escape")
    planner.get_by_role("button", name="Copy this hop: 3.2 to 4.0").click()
    expect(count).to_have_text(re.compile(r"^[\d,]+ of the 32,767 characters that Jira takes\.$"))
    window.get_by_role("radio", name="Markdown task list").check()
    expect(count).to_have_text(re.compile(r"^[\d,]+ of the 65,536 characters that GitHub takes\.$"))


def test_every_hop_fits_into_one_ticket(planner: Page) -> None:
    lengths = planner.evaluate(
        """() => { const {state} = atlasPlanner; return atlasPlanner.state.model.hops.flatMap(({from, to}) => {
          state.visit(`?from=${from}&to=${to}`, "", null);
          const list = atlasPlanner.checklist(state.plan, {hop: to}, state, {});
          return [["markdown", 65536], ["jira", 32767]].map(([format, most]) =>
            [to, format, most - atlasPlanner.formats[format].write(list).length]);
        }); }"""
    )
    assert len(lengths) == 22
    assert [one for one in lengths if one[2] < 0] == []


def test_what_the_reader_looks_for_is_all_that_is_copied(planner: Page) -> None:
    planner.get_by_role("searchbox", name="Find in this plan").fill("LogoutView")
    number = steps(planner).count()
    planner.get_by_role("button", name="Copy for a ticket").click()
    text = ticket(planner).get_by_role("textbox").input_value()
    assert text.count("- [ ] ") == number
    assert "q=LogoutView" in text.split("\n")[2]


def test_a_group_is_copied_alone(planner: Page) -> None:
    planner.get_by_role("button", name="Copy: 3.2 to 4.0, stops the site").click()
    text = ticket(planner).get_by_role("textbox").input_value()
    assert [line for line in text.split("\n") if line.startswith("### ")] == [
        "### 3.2 to 4.0: stops the site"
    ]


def test_after_a_copy_the_reader_is_where_he_was(planner: Page) -> None:
    button = planner.get_by_role("button", name="Copy this hop: 3.2 to 4.0")
    button.focus()
    planner.keyboard.press("Enter")
    expect(ticket(planner)).to_be_visible()
    planner.keyboard.press("Escape")
    expect(button).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_window_and_the_options_have_no_barrier(planner: Page, scheme: str, width: int) -> None:
    planner.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    planner.set_viewport_size({"width": width, "height": 900})
    planner.locator("#plan-more summary").click()
    planner.get_by_role("button", name="Add a note").first.click()
    planner.get_by_role("button", name="Copy for a ticket").click()
    assert planner.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(planner, options={"resultTypes": ["violations"]})
    assert not found.violations_count, found.generate_report()
