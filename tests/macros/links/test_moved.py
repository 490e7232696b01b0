"""What a reader of an old address finds, in both layouts of URLs."""

import pytest

from atlas.built.pages import read_page
from atlas.records.redirects import Redirects
from macros.links.moved import Moved

REDIRECTS = Redirects(
    {
        "/releases/4.1/old/": "/releases/4.1/new/",
        "/releases/4.1/old/#how": "/releases/4.1/new/#steps",
        "/upgrade/#plan": "/releases/4.1/new/",
    }
)
HOSTED = {"/releases/4.1/new/": "releases/4.1/new/index.html", "/upgrade/": "upgrade/index.html"}
FLAT = {"/releases/4.1/new/": "releases/4.1/new.html", "/upgrade/": "upgrade/index.html"}


def moved(directory_urls: bool = True) -> Moved:
    files = HOSTED if directory_urls else FLAT
    return Moved(REDIRECTS, files, directory_urls, "https://atlas.example/")


@pytest.mark.parametrize(
    ("directory_urls", "file", "to", "script"),
    [
        (True, "releases/4.1/old/index.html", "../new/", "../../../assets/javascripts/moved.js"),
        (False, "releases/4.1/old.html", "new.html", "../../assets/javascripts/moved.js"),
    ],
)
def test_a_page_that_moved_sends_readers_on(directory_urls: bool, file: str, to: str, script: str) -> None:
    stubs = moved(directory_urls).stubs()
    assert list(stubs) == [file]
    page = read_page(file, stubs[file])
    assert page.moved_to == to
    assert page.links == ("https://atlas.example/releases/4.1/new/", script, to, f"{to}#steps")
    assert "how" in page.ids


def test_an_anchor_that_moved_leaves_a_note() -> None:
    note = read_page("upgrade/index.html", moved().notes("upgrade/index.html"))
    assert note.ids == {"plan"}
    assert note.links == ("../releases/4.1/new/",)
    flat = read_page("upgrade/index.html", moved(directory_urls=False).notes("upgrade/index.html"))
    assert flat.links == ("../releases/4.1/new.html",)


def test_other_pages_have_no_note() -> None:
    assert moved().notes("releases/4.1/new/index.html") == ""
