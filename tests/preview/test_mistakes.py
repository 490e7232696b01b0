"""A mistake is said in lines on the page that is looked at, and the page comes back when it is mended."""

import re

import pytest

from tests.building import ROOT
from tests.preview.project_copy import Preview

pytestmark = pytest.mark.slow

SOURCE = "docs/releases/4.1/logout-by-post.md"
PAGE = "releases/4.1/logout-by-post/"
#: What is written, and what is said of it instead of the page.
MISTAKES = {
    "front matter that is no YAML": (SOURCE, "title: ", "title: [", f"{SOURCE}:3: front matter: not valid YAML"),
    "a word outside of the list": (SOURCE, re.compile("^kind: .*$", re.MULTILINE), "kind: zebra",
                                   f"{SOURCE}:4: kind: found &#39;zebra&#39;"),
    "a template that does not parse": ("overrides/change.html", "{% block content %}", "{% zebra %}",
                                       "Encountered unknown tag &#39;zebra&#39;"),
    "a name that a template is not given": ("macros/templates/pages/change/sheet.jinja", "{{ area }}", "{{ zebra }}",
                                            "sheet.jinja:{line}: &#39;zebra&#39; is undefined"),
    "a module that does not parse": ("macros/pages/change.py", "def sheet(", "def sheet((", "macros/pages/change.py:"),
    "a module of atlas that does not parse": ("atlas/words/spans.py", "def ", "def (", "atlas/words/spans.py:"),
    "one that reads no record": ("atlas/decide/reach.py", "def measured(", "def measured((", "atlas/decide/reach.py:"),
    "a module that fails": ("macros/pages/change.py", "AREAS[change.area]", "AREAS[0]",
                            "macros/pages/change.py:"),
    "settings that are no YAML": ("mkdocs.yml", "site_name: ", "site_name: [", "mkdocs.yml"),
    "data that is no JSON": ("data/releases.json", "{", "{{", "data/releases.json:1: JSON: found no valid JSON"),
}  # fmt: skip


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_is_said_and_heals(preview: Preview, kind: str) -> None:
    path, old, new, said = MISTAKES[kind]
    begin, _, _ = (ROOT / path).read_text(encoding="utf-8").partition("{{ area }}")
    before = preview.get(PAGE)
    assert before.status == 200
    with preview.edited(path, old, new):
        broken = preview.get(PAGE)
    assert broken.status == 500
    assert said.replace("{line}", str(begin.count("\n") + 1)) in broken.text
    assert "Traceback" not in broken.text
    assert "__preview/client.js" in broken.text, "the page could not come back by itself"
    assert preview.get(PAGE).status == 200


def test_a_macro_that_is_called_wrongly_is_named_with_its_page(preview: Preview) -> None:
    with preview.edited("docs/releases/4.1/index.md", "[[[ ", "[[[ zebra() ]]] [[[ "):
        broken = preview.get("releases/4.1/")
    assert "docs/releases/4.1/index.md cannot be drawn" in broken.text
    assert "&#39;zebra&#39; is undefined" in broken.text


def test_a_broken_page_leaves_all_others_as_they_were(preview: Preview) -> None:
    with preview.edited(SOURCE, "title: ", "title: ["):
        assert preview.get("").status == 200
        assert preview.get("releases/3.2/").status == 200


def test_the_client_is_told_what_is_wrong_with_its_page(preview: Preview) -> None:
    with preview.edited(SOURCE, "\n---\n", "\n---\n[a](no-such-page.md)\n\n"):
        assert preview.get(PAGE).status == 200
        name, said = preview.told(preview.version(), "releases/4.1/logout-by-post.md")
        assert name == "problems"
        assert any("no-such-page.md" in line for line in said["here"])
