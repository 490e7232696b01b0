"""Links that lead nowhere, and what Markdown shows as it is written, are lines of `make check`."""

import pytest
from markdown.extensions.toc import slugify

from atlas.check.anchors import slug
from atlas.check.everything import inspect
from tests.project import GOOD, Project

AT = GOOD.count("\n") + 2
DOORS = GOOD.replace("Shelves close", "Doors close").replace("Shelves rest", "Doors rest")
#: What is added to a page, and how the line that must come of it begins and ends.
BROKEN = {
    "a link to no anchor": (
        "See [doors](doors.md#who-is-afected).",
        "link: 'doors.md#who-is-afected' names an anchor that docs/releases/4.1/doors.md does not have",
        "did you mean 'doors.md#who-is-affected'?",
    ),
    "a link to no anchor of the page itself": (
        "See [above](#who-is-afected).",
        "link: '#who-is-afected' names an anchor that docs/releases/4.1/shelves.md does not have",
        "did you mean '#who-is-affected'?",
    ),
    "an absolute link": (
        "See [doors](/releases/4.1/doors/).",
        "link: '/releases/4.1/doors/' begins with a slash",
        "write the way from this file to the other",
    ),
    "a link to an address": (
        "See [doors](../4.1/doors).",
        "link: '../4.1/doors' is not there",
        "link to the file: '../4.1/doors.md'",
    ),
    "a blank in a target": (
        "See [doors](my doors.md).",
        "link: 'my' is not followed by a bracket",
        "write `[text](target)`, without a blank in the target",
    ),
    "a link that is not closed": (
        "See [doors](https://example.com/ and on.",
        "link: 'https://example.com/' is not followed by a bracket",
        "write `[text](target)`, without a blank in the target",
    ),
    "a link out of the site": (
        "See [it](../../../README.md).",
        "link: '../../../README.md' is outside of docs/",
        "take the link out, or name the file in backquotes",
    ),
    "a link without a target": ("See [doors]().", "link: a link without a target", "such as `shelves.md`"),
    "a picture that is missing": (
        "![A sky](sky.png)",
        "link: 'sky.png' is not there",
        "add that file, or take the link out",
    ),
    "a reference to no page": (
        "See [doors][d].\n\n[d]: dors.md",
        "link: 'dors.md' is not there",
        "did you mean 'doors.md'?",
    ),
    "a reference that nothing defines": (
        "See [the doors][doors].",
        "link: nothing defines '[doors]'",
        "add the line `[doors]: …`, or put it in backquotes",
    ),
    "a footnote that nothing defines": ("A door[^1].", "footnote: nothing defines '[^1]'", "or put it in backquotes"),
    "a raw link": ('<a href="../doors/">doors</a>', "link: '../doors/' stands in raw HTML", "for a picture"),
    "a raw picture": ('<img src="door.png" alt="">', "link: 'door.png' stands in raw HTML", "for a picture"),
    "a CVE that there is not": (
        "This is CVE-2020-99999.",
        "CVE: 'CVE-2020-99999' is not in data/cves.json",
        "`[CVE-…](https://…)`",
    ),
}  # fmt: skip


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in inspect(project.root)[1]]


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_link_that_leads_nowhere_is_named_with_its_line(project: Project, mistake: str) -> None:
    text, begins, ends = BROKEN[mistake]
    project.write("4.1/doors", DOORS)
    path = project.write("4.1/shelves", f"{GOOD}\n{text}\n")
    (said,) = problems(project)
    line = AT + (2 if "\n" in text else 0)
    assert said.startswith(f"{path}:{line}: {begins}")
    assert said.endswith(ends)


@pytest.mark.parametrize(
    "text",
    [
        'See [doors](doors.md "Doors"), [more](<doors.md>) and [most]( doors.md ).',
        "See [doors](doors.md#before-and-after), [them\nagain](doors.md#at-a-glance) and [here](#who-is-affected).",
        "`[a](b.md)` and ``a[`b`][c]`` and `code\nover lines [a][b]` are code.",
        "See [doors][], [the doors][doors] and a note[^1].\n\n[doors]: doors.md\n[^1]: A note.",
        "Elsewhere: [a](https://example.com/), <https://example.com/CVE-2020-99999>, <a href='#x'>x</a>.",
        "Not Django's: [CVE-2020-99999](https://example.com/). Django's: CVE-2022-34265.",
        "<!-- [a](b.md) -->\n\n### A heading {#named}\n\n[It](#named) and [`code`](#code)\n\n### `code`",
        "### Twice\n\n### Twice\n\n[The second](#twice_1)",
    ],
)
def test_what_is_right_or_no_link_is_no_mistake(project: Project, text: str) -> None:
    project.write("4.1/doors", DOORS)
    project.write("4.1/shelves", f"{GOOD}\n{text}\n")
    assert problems(project) == []


def test_a_page_whose_macros_draw_anchors_may_have_any(project: Project) -> None:
    front = "---\ntitle: Django 4.1\nsummary: A release of the test project.\nrender_macros: true\n---\n"
    project.write("4.1/index", f"{front}## Story\n")
    path = project.write("4.1/shelves", f"{GOOD}\n[drawn](index.md#new-auth)\n")
    assert problems(project) == []
    published = "/releases/4.1/\n/releases/4.1/#story\n"
    (project.root / "permalinks.txt").write_text(published, encoding="utf-8")
    (said,) = [line for line in problems(project) if "link: 'index.md#new-auth' names" in line]
    assert said.startswith(f"{path}:{AT}: ")


def test_a_link_to_what_the_site_leaves_out_is_named_with_its_line(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text("exclude_docs: |\n  /decisions/\n", encoding="utf-8")
    (project.root / "docs/decisions").mkdir()
    (project.root / "docs/decisions/one.md").write_text("# One\n", encoding="utf-8")
    path = project.write("4.1/shelves", f"{GOOD}\n[why](../../decisions/one.md)\n")
    said = f"{path}:{AT}: link: '../../decisions/one.md' is left out by exclude_docs"
    assert [line.partition(";")[0] for line in problems(project) if "decisions" in line] == [said]


def test_links_of_guides_are_read_as_well(project: Project) -> None:
    path = project.root / "docs/upgrade/a.md"
    path.parent.mkdir()
    path.write_text("---\ntitle: A\ndescription: A guide.\n---\n[b](b.md)\n", encoding="utf-8")
    assert problems(project) == [
        "docs/upgrade/a.md:5: link: 'b.md' is not there; did you mean 'a.md'?"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heading", ["`{% url %}` and _x_", "Évé – (Z)", "A [link](b.md) *here*", "a_b -- C++"]
)
def test_anchors_of_headings_are_those_that_markdown_gives_them(heading: str) -> None:
    shown = heading.replace("[link](b.md)", "link").replace("`", "").replace("*", "")
    assert slug(heading) == slugify(shown, "-")
