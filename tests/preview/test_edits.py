"""Every kind of edit is in the next answer, and so is its being taken back."""

import json
import re

import pytest

from tests.preview.project_copy import Preview

pytestmark = pytest.mark.slow

SOURCE = "docs/releases/4.1/logout-by-post.md"
PAGE = "releases/4.1/logout-by-post/"
TITLE = (re.compile("^title: .*$", re.MULTILINE), "title: Zebra first, then all others")
TEXT = ("\n---\n", "\n---\nZebras.\n\n")
#: What is edited, from what to what, where that is seen, and how.
EDITS = {
    "a page": (SOURCE, *TEXT, PAGE, "<p>Zebras.</p>"),
    "its title, elsewhere": (SOURCE, *TITLE, "releases/4.1/", "Zebra first"),
    "its title, for programs": (SOURCE, *TITLE, "api/v1/changes.json", "Zebra first"),
    "its title, in the plan": (SOURCE, *TITLE, "assets/planner/hops.js", "Zebra first"),
    "its text as Markdown": (SOURCE, *TEXT,
                             "releases/4.1/logout-by-post.md", "Zebras."),
    "a template of parts": ("macros/templates/pages/change/sheet.jinja", "<h1>", "<h1>Zebra: ", PAGE, "<h1>Zebra: "),
    "a template of pages": ("overrides/change.html", "{% block site_nav %}", "{% block site_nav %}Zebra",
                            PAGE, "Zebra"),
    "a style sheet": ("docs/assets/stylesheets/text.css", "{", "{ --zebra: 1;",
                      "assets/stylesheets/text.css", "--zebra"),
    "a module of atlas": ("atlas/words/vocabulary.py", '"Deprecated"', '"Zebra"', PAGE, ">Zebra in 4.1<"),
    "a module of atlas that reads no record": ("atlas/decide/reach.py", "self.day[:4]", '"Zebra"',
                                               "releases/4.2/index-together/", "(Zebra)"),
    "a module of macros": ("macros/pages/change.py", "AREAS[change.area]", '"Zebra"', PAGE, "Zebra"),
    "a file of data": ("data/releases.json", "2022-08-03", "2022-08-13", "releases/4.1/", "August 13, 2022"),
    "the settings": ("mkdocs.yml", "site_name: Upgrade", "site_name: Zebra", PAGE, "Zebra Atlas for Django"),
    "a redirect": ("redirects.yml", re.compile(r"\Z"), "/zebra/: /about/\n", "zebra/", "This page has moved"),
}  # fmt: skip


@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_is_in_the_next_answer(preview: Preview, kind: str) -> None:
    path, old, new, address, seen = EDITS[kind]
    before = preview.get(address).text
    assert seen not in before
    with preview.edited(path, old, new):
        assert seen in preview.get(address).text
    assert seen not in preview.get(address).text


def test_two_edits_within_a_second_that_leave_the_size_of_a_module_are_both_seen(preview: Preview) -> None:
    for word in ("Zebra", "Okapi", "Tapir"):
        with preview.edited("macros/pages/change.py", "AREAS[change.area]", f'"{word}"'):
            assert word in preview.get(PAGE).text


def test_a_new_page_is_there_and_a_deleted_one_is_not(preview: Preview) -> None:
    text = TITLE[0].sub(TITLE[1], (preview.root / SOURCE).read_text(encoding="utf-8"))
    address = "releases/4.1/zebra/"
    assert preview.get(address).status == 404
    with preview.added("docs/releases/4.1/zebra.md", text):
        assert "Zebra first" in preview.get(address).text
        assert "Zebra first" in preview.get("releases/4.1/").text
    assert preview.get(address).status == 404
    assert "Zebra first" not in preview.get("releases/4.1/").text


def test_a_new_template_takes_the_place_of_the_theme_s(preview: Preview) -> None:
    with preview.added("overrides/partials/palette.html", "<!-- zebra -->"):
        assert "<!-- zebra -->" in preview.get(PAGE).text
    assert "<!-- zebra -->" not in preview.get(PAGE).text


def test_the_search_has_what_was_just_written_under_an_address_of_its_own(preview: Preview) -> None:
    def index() -> str:
        return str(json.loads(preview.get("search/search_index.json").text)["config"]["parts"])

    before = index()
    with preview.edited(SOURCE, *TITLE):
        assert index() != before
        assert "Zebra first" in preview.get("search/index.js").text


def test_a_page_of_an_earlier_run_is_loaded_again(preview: Preview) -> None:
    assert preview.told(preview.version())[0] == "problems"
    assert preview.told(1)[0] == "page"
