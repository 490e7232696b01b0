"""Three public files of requirements in the planner of the built site: what has to move, and what nobody ran."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_scan_packages import PUBLIC

pytestmark = pytest.mark.slow
#: Milliseconds that a scan may take on a busy machine.
SLOW = 60_000


def show(page: Page, site: str, folder: Path, name: str, route: str) -> None:
    """Scan a project that has nothing but one of the files."""
    (folder / "requirements.txt").write_text(
        (PUBLIC / f"{name}.txt").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "manage.py").write_text("", encoding="utf-8")
    page.goto(f"{site}upgrade/?{route}")
    page.locator(".scan-box > summary").click()
    page.locator(".scan input:enabled").first.wait_for()
    page.locator("input[webkitdirectory]").set_input_files(folder)
    expect(page.locator(".scan-result")).to_be_visible(timeout=SLOW)


def package_steps(page: Page) -> dict[str, str]:
    """Titles of the steps of packages by their ids, those of closed hops as well."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('[data-step^="packages/"]')].map(
          step => [step.dataset.step, step.querySelector(".change-title").textContent]))"""
    )
    return found


def test_a_package_moves_at_the_hop_where_its_version_fails(page: Page, site: str, tmp_path: Path) -> None:
    show(page, site, tmp_path, "plane", "from=4.2.5&to=6.1")
    title = package_steps(page)["packages/6.1-djangorestframework-3.18.3"]
    assert title == "Move djangorestframework from 3.14.0 to 3.18.3"
    step = page.locator('[data-step="packages/6.1-djangorestframework-3.18.3"]')
    assert "requirements.txt:7 pins 3.14.0, which failed on 6.1." in (step.text_content() or "")
    address = step.locator("a.change-title").get_attribute("href") or ""
    assert address.endswith("packages/djangorestframework/")


def test_what_was_not_run_is_named(page: Page, site: str, tmp_path: Path) -> None:
    show(page, site, tmp_path, "saleor", "from=3.2.19&to=4.2")
    known = page.locator(".plan-packages")
    known.locator("summary").click()
    assert "of 160 packages in your files are pinned and were run here" in known.inner_text()
    assert "stripe" in known.inner_text()
    assert not any("stripe" in title for title in package_steps(page).values())


def test_forgetting_the_result_forgets_the_packages(page: Page, site: str, tmp_path: Path) -> None:
    show(page, site, tmp_path, "defectdojo", "from=4.1.13&to=5.2")
    expect(page.locator(".plan-packages")).to_be_visible()
    page.get_by_role("button", name="Forget the result").click()
    expect(page.locator(".plan-packages")).to_have_count(0)
    assert package_steps(page) == {}
