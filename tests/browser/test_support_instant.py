"""Statuses follow the reader's clock on pages that instant navigation brings without a reload."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import served

BUILD = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load
theme = yaml_load(open("mkdocs.yml", "rb"))["theme"]
theme["features"].append("navigation.instant")
build(load_config("mkdocs.yml", site_dir=sys.argv[1], site_url=sys.argv[2], theme=theme))
"""


@pytest.fixture
def instant_site(tmp_path: Path, root: Path) -> Iterator[str]:
    """The site with instant navigation, served at the address that it was built for."""
    with served(tmp_path / "site") as address:
        command = [sys.executable, "-c", BUILD, str(tmp_path / "site"), address]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        yield address


@pytest.mark.slow
def test_a_page_that_came_without_a_reload_is_right_too(page: Page, instant_site: str) -> None:
    page.clock.set_fixed_time("2028-06-01T12:00:00Z")
    page.goto(f"{instant_site}releases/")
    page.evaluate("window.stayed = true")
    page.locator("table.versions").get_by_role("link", name="5.2", exact=True).click()
    expect(page).to_have_url(f"{instant_site}releases/5.2/")
    expect(page.locator(".support-headline")).to_have_text("Django 5.2 LTS is no longer supported.")
    assert page.evaluate("window.stayed"), "the page was loaded anew, so nothing was tested"
