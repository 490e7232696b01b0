"""The planner is empty until something is chosen: a release, or a project that says what it runs."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.planner_page import steps, title
from tests.browser.shapes import WIDTHS
from tests.browser.weighing import first_view

pytestmark = pytest.mark.slow

#: What the first view of the planner may weigh, gzipped.
BUDGET = 150 * 1024
PROJECT = {
    "requirements.txt": "django==3.2.12\npsycopg2==2.9\n",
    ".python-version": "3.9.2\n",
    "compose.yml": "services:\n  db:\n    image: postgis/postgis:12.4-alpine\n",
    "shop/settings.py": "INSTALLED_APPS = ['django.contrib.auth']\n",
    "shop/urls.py": "from django.conf.urls import url\n",
}


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Addresses of everything that the page asks for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def written(folder: Path, names: list[str]) -> Path:
    """A project with some of the files of PROJECT."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(PROJECT[name])
    return folder


def test_nothing_is_planned_until_a_release_is_chosen(page: Page, address: str, asked: list[str]) -> None:
    page.goto(address)
    expect(page.locator("#plan-empty")).to_be_visible()
    assert steps(page).count() == 0
    assert not [one for one in asked if "hops.js" in one]
    page.get_by_label("I am on").select_option("4.2")
    expect(title(page)).to_have_text("From Django 4.2 to 5.2")
    expect(page.locator("#plan-empty")).to_be_hidden()
    assert "from=4.2&to=5.2" in page.url
    page.reload()
    expect(title(page)).to_have_text("From Django 4.2 to 5.2")


def test_a_release_that_the_reader_named_before_is_planned_from_at_once(page: Page, site: str) -> None:
    page.goto(f"{site}upgrade/")
    page.evaluate("localStorage.setItem('atlas.from', '4.0')")
    page.goto(f"{site}upgrade/")
    expect(title(page)).to_have_text("From Django 4.0 to 5.2")


def test_a_goal_alone_is_kept_until_the_start_is_chosen(page: Page, site: str) -> None:
    page.goto(f"{site}upgrade/?to=4.2")
    expect(page.get_by_label("I want to reach")).to_have_value("4.2")
    page.get_by_label("I am on").select_option("3.2.25")
    expect(title(page)).to_have_text("From Django 3.2.25 to 4.2")


def test_a_project_fills_in_what_it_runs(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}upgrade/")
    page.locator(".scan-box > summary").click()
    page.locator("input[webkitdirectory]").set_input_files(written(tmp_path / "shop", list(PROJECT)))
    expect(title(page)).to_have_text("From Django 3.2.12 to 5.2")
    expect(page.locator(".scan-status")).to_contain_text(
        re.compile(r"from 3\.2\.12 to 5\.2: \d+ changes? met")
    )
    for said in ("from=3.2.12", "python=3.9", "postgresql=12.4", "without=gis,admin"):
        assert said in page.url, said
    expect(page.locator("#plan-proposals")).to_have_text(
        re.compile(r"^Filled in from (shop/)?requirements\.txt:1, .*python-version:1, .*compose\.yml:3\.$")
    )
    expect(page.locator('[data-step="3.1/conf-urls-url"] .step__found')).to_contain_text("shop/urls.py:1")


def test_a_requirements_file_alone_is_enough(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}upgrade/")
    page.locator(".scan-box > summary").click()
    folder = written(tmp_path, ["requirements.txt"])
    page.locator("input[type=file][multiple]:not([webkitdirectory])").set_input_files(
        folder / "requirements.txt"
    )
    expect(title(page)).to_have_text("From Django 3.2.12 to 5.2")
    assert "without=" not in page.url


def test_files_that_name_no_django_leave_the_choice_to_the_reader(
    page: Page, site: str, tmp_path: Path
) -> None:
    page.goto(f"{site}upgrade/")
    page.locator(".scan-box > summary").click()
    page.locator("input[webkitdirectory]").set_input_files(written(tmp_path / "shop", ["shop/urls.py"]))
    expect(page.locator(".scan-status")).to_contain_text("Choose above where you are")
    page.get_by_label("I am on").select_option("3.2.12")
    expect(page.locator(".scan-status")).to_contain_text(
        re.compile(r"from 3\.2\.12 to 5\.2: \d+ changes? met")
    )


def test_releases_without_support_are_marked_by_the_readers_clock(page: Page, site: str) -> None:
    page.goto(f"{site}upgrade/")
    goals = page.get_by_label("I want to reach").locator("option")
    assert "5.2 LTS" in goals.all_inner_texts()
    page.clock.set_fixed_time("2029-01-10T12:00:00Z")
    page.reload()
    assert goals.evaluate_all("all => all.map(one => one.label)").count("5.2 LTS (ended)") == 1


def test_where_the_data_cannot_be_read_the_page_says_so(page: Page, site: str) -> None:
    page.route("**/planner/hops.js*", lambda route: route.abort())
    page.goto(f"{site}upgrade/")
    page.get_by_label("I am on").select_option("4.2")
    expect(page.locator("#plan-empty")).to_have_text(
        "The data of the plan could not be loaded: reload the page."
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_the_empty_planner_has_no_barrier_and_does_not_scroll_sideways(
    page: Page, site: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}upgrade/")
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_first_view_is_light(page: Page, site: str) -> None:
    assert 60_000 < first_view(page, f"{site}upgrade/") <= BUDGET
