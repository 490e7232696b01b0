"""The panel "Scan my project": what it says, what it asks for, and how it is left."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FileChooser, Page, TimeoutError, expect

from atlas.built.csp import DIRECTIVES
from tests.browser.scan_page import EVERYTHING, as_data, choose, opened, result, scan, write_page
from tests.browser.serving import QuietHandler, served

SCAN = Path(__file__).parent.parent / "scan"
PROJECT = SCAN / "project"
RULES = json.loads((SCAN / "rules.json").read_text(encoding="utf-8"))
#: A drop as the browser makes it: files in a DataTransfer.
DROP = """files => {
  const transfer = new DataTransfer();
  for (const [name, text] of files) transfer.items.add(new File([text], name));
  const event = type => new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
  const box = document.querySelector(".scan-box");
  box.dispatchEvent(event("dragover"));
  box.dispatchEvent(event("drop"));
}"""


class StrictHandler(QuietHandler):
    """Serves with the policy of the site: no worker but from the site's own scripts."""

    def end_headers(self) -> None:
        """Add the policy."""
        policy = "; ".join(f"{name} {sources}" for name, sources in DIRECTIVES.items())
        self.send_header("Content-Security-Policy", policy)
        super().end_headers()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_page(tmp_path_factory.mktemp("panel") / "site", as_data(RULES))


@pytest.fixture(scope="module")
def hosted(written: Path) -> Iterator[str]:
    with served(written.parent, StrictHandler) as address:
        yield f"{address}index.html"


@pytest.fixture(params=["from disk", "from a server"])
def page(request: pytest.FixtureRequest, browser: Browser, written: Path, hosted: str) -> Iterator[Page]:
    address = written.as_uri() if request.param == "from disk" else hosted
    with opened(browser, address) as page:
        yield page


@pytest.fixture
def disk(browser: Browser, written: Path) -> Iterator[Page]:
    with opened(browser, written.as_uri()) as page:
        yield page


def places(told: dict[str, Any]) -> set[str]:
    return {f"{hit['change']} {hit['path']}:{hit['line']}" for hit in told["hits"]}


def test_a_scan_says_what_it_found_and_what_it_could_not_read(page: Page) -> None:
    told = scan(page, PROJECT)
    assert "4.1/timezone-utc catalog/models.py:9" in places(told)
    expect(page.locator(".scan-status")).to_have_text(
        "28 files held against the rules of 25 changes from 2.2 to 7.0: 24 changes met in 53 places."
    )
    expect(page.locator(".scan-unread summary")).to_have_text("1 file could not be read")
    page.locator(".scan-unread summary").click()
    expect(page.locator(".scan-unread li")).to_contain_text("legacy/report.py: line 4: not valid Python 3")


def test_nothing_is_asked_of_the_network_once_files_are_picked(page: Page) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    scan(page, PROJECT)
    choose(page, "3.2.12", "4.1")
    result(page, 1)
    page.locator(".scan-forget").click()
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_another_range_needs_no_other_pick(disk: Page) -> None:
    assert "4.0/url config/urls.py:1" in places(scan(disk, PROJECT))
    choose(disk, "4.1.3", "5.0")
    told = result(disk, 1)
    changes = {hit["change"] for hit in told["hits"]}
    assert "4.1/timezone-utc" in changes
    assert "4.0/url" not in changes
    assert "6.0/auto-field" not in changes


def test_files_wait_for_a_range(disk: Page) -> None:
    disk.locator("input[webkitdirectory]").set_input_files(PROJECT)
    expect(disk.locator(".scan-status")).to_contain_text("Choose above where you are")
    choose(disk, *EVERYTHING)
    assert result(disk, 0)["files"] == 28


def test_single_files_and_dropped_files_are_scanned_as_well(disk: Page) -> None:
    choose(disk, *EVERYTHING)
    disk.locator("input:not([webkitdirectory])").set_input_files([PROJECT / "catalog/models.py"])
    assert "4.1/timezone-utc models.py:9" in places(result(disk, 0))
    disk.evaluate(DROP, [["a.py", "from django.utils.timezone import utc"], ["b.png", "x"]])
    assert places(result(disk, 1)) == {"4.1/timezone-utc a.py:1"}


def test_a_dropped_folder_is_walked(page: Page) -> None:
    choose(page, *EVERYTHING)
    box = page.locator(".panel-pick").bounding_box()
    assert box
    data = {"items": [], "files": [str(PROJECT)], "dragOperationsMask": 1}
    devtools = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        devtools.send(
            "Input.dispatchDragEvent", {"type": kind, "x": box["x"] + 5, "y": box["y"] + 5, "data": data}
        )
    told = result(page, 0)
    assert (told["files"], len(told["hits"])) == (28, 53)


def test_a_folder_without_code_says_so(disk: Page, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\0")
    disk.locator("input[webkitdirectory]").set_input_files(tmp_path)
    expect(disk.locator(".scan-status")).to_contain_text("Nothing here is Python or a template")


def test_a_scan_can_be_stopped_and_nothing_of_it_is_told(disk: Page, tmp_path: Path) -> None:
    line = "from django.utils.timezone import utc\nx = [utc, (1, 2), {'a': utc}]\n"
    for number in range(300):
        (tmp_path / f"m{number}.py").write_text(line * 400)
    choose(disk, *EVERYTHING)
    disk.locator("input[webkitdirectory]").set_input_files(tmp_path)
    disk.locator(".scan-stop").click()
    expect(disk.locator(".scan-status")).to_have_text("Stopped. Nothing is kept.")
    expect(disk.locator(".scan-work")).to_be_hidden()
    told = scan(disk, PROJECT)
    assert told["files"] == 28
    assert disk.evaluate("results.length") == 1


def test_the_result_can_be_forgotten(disk: Page) -> None:
    scan(disk, PROJECT)
    disk.locator(".scan-forget").click()
    expect(disk.locator(".scan-result")).to_be_hidden()
    assert disk.evaluate("cleared") == 1
    choose(disk, "3.2", "4.1")
    disk.wait_for_timeout(200)
    assert disk.evaluate("results.length") == 1


def test_what_a_file_is_named_or_holds_is_only_ever_text(disk: Page, tmp_path: Path) -> None:
    (tmp_path / "<img src=x onerror=alert(1)>.py").write_text("print 'x'; import django.utils.timezone.utc")
    scan(disk, tmp_path)
    expect(disk.locator(".scan-unread code")).to_have_text("<img src=x onerror=alert(1)>.py")
    assert disk.locator(".scan img").count() == 0


def folder_dialog(page: Page) -> FileChooser:
    """The dialog that the space bar opens. A busy browser can lose the key, so it is pressed again."""
    with suppress(TimeoutError), page.expect_file_chooser(timeout=10_000) as first:
        page.keyboard.press("Space")
        return first.value
    with page.expect_file_chooser() as again:
        page.keyboard.press("Space")
    return again.value


def test_the_panel_works_by_keyboard_alone(disk: Page) -> None:
    disk.locator(".scan-box > summary").focus()
    disk.keyboard.press("Tab")
    assert disk.evaluate("document.activeElement.matches('input[webkitdirectory]')")
    chooser = folder_dialog(disk)
    choose(disk, *EVERYTHING)
    chooser.set_files(PROJECT)
    assert result(disk, 0)["files"] == 28


def test_an_engine_that_cannot_be_loaded_is_told(browser: Browser, written: Path, tmp_path: Path) -> None:
    page = browser.new_page()
    page.route("**/rules.js", lambda route: route.abort())
    page.goto(written.as_uri())
    page.locator(".scan-box > summary").click()
    expect(page.locator(".scan-status")).to_have_text("The scan failed: the scanner could not be loaded.")
    page.close()
