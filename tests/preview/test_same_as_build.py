"""The preview shows what a build would publish."""

import re
from pathlib import Path

import pytest

from atlas.publish.styles import without_comments
from tests.preview.project_copy import Preview

pytestmark = pytest.mark.slow

#: What the preview adds to each page.
CLIENT = re.compile(rb'<script src="/__preview/client\.js"[^>]*></script>')
#: One change page in so many is compared; they are all drawn in the same way.
EVERY = 40


def pages(site: Path) -> list[Path]:
    """HTML files of the built site: all but those of changes, and a sample of those."""
    found = sorted(path.relative_to(site) for path in site.rglob("index.html"))
    changes = [path for path in found if path.parts[0] == "releases" and len(path.parts) == 4]
    return [path for path in found if path not in changes] + changes[::EVERY]


def address(path: Path) -> str:
    """The address of an HTML file."""
    return path.as_posix().removesuffix("index.html")


def test_pages_of_every_shape_are_those_of_the_build(preview: Preview, built_site: Path) -> None:
    compared = pages(built_site)
    assert len(compared) > 60
    for path in compared:
        shown, times = CLIENT.subn(b"", preview.get(address(path)).body)
        assert times == 1, path
        assert shown == (built_site / path).read_bytes(), path


def test_every_other_file_of_the_build_is_there(preview: Preview, built_site: Path) -> None:
    paths = sorted(path.relative_to(built_site) for path in built_site.rglob("*") if path.is_file())
    changes = [path for path in paths if path.suffix == ".md" and len(path.parts) == 3][::EVERY]
    others = [path for path in paths if path.suffix not in (".html", ".gz") and len(path.parts) != 3]
    three = [path for path in paths if path.suffix not in (".html", ".gz", ".md") and len(path.parts) == 3]
    for path in [*others, *three, *changes]:
        shown, built = preview.get(path.as_posix()).body, (built_site / path).read_bytes()
        if path.suffix == ".css" and shown != built:  # a style sheet is shown as it was written
            shown = without_comments(shown.decode()).encode()
        assert shown == built, path


def test_an_address_that_is_not_there_gets_the_page_of_the_host(preview: Preview, built_site: Path) -> None:
    answer = preview.get("releases/4.1/no-such-change/")
    assert answer.status == 404
    assert CLIENT.sub(b"", answer.body) == (built_site / "404.html").read_bytes()


@pytest.mark.parametrize("given", ["../mkdocs.yml", "%2e%2e/mkdocs.yml", "__preview/../mkdocs.yml"])
def test_files_outside_of_the_site_are_not_there(preview: Preview, given: str) -> None:
    assert preview.get(given).status == 404


def test_an_address_without_its_slash_leads_to_the_page(preview: Preview) -> None:
    assert preview.get("releases/4.1").text == preview.get("releases/4.1/").text
