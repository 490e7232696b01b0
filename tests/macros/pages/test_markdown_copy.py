"""A page's Markdown twin says what the page says, and its links lead somewhere."""

from markupsafe import Markup

from atlas.facts.proofs import Environment, Message, PageProof, Proofs, Result, SampleProof
from macros.pages import markdown_copy
from tests.macros.one_page import build_of
from tests.project import GOOD, Project

URL = "https://atlas.example/releases/4.1/sundays/"


def twin(project: Project, text: str = GOOD) -> str:
    project.write("4.1/sundays", text)
    warned = Result(("4.1",), "warns", messages=(Message("RemovedInDjango50Warning", "Shut & <closed>."),))
    proofs = Proofs(
        {"4.1/sundays": PageProof({"Before": SampleProof("", (warned,))})},
        {"4.1": Environment("4.1.13", "3.10.13", "2026-11-21")},
    )
    build = build_of(project, proofs=proofs)
    return markdown_copy.of_change(build, build.library.by_id["4.1/sundays"], URL)


def test_a_change_begins_with_its_title_and_facts(project: Project) -> None:
    lines = twin(project).split("\n")
    assert lines[0] == "# Shelves close on Sundays"
    assert f"* Page: {URL}" in lines
    assert any(line.startswith("* Change: 4.1/sundays, deprecated in Django 4.1") for line in lines)


def test_a_change_keeps_its_text_and_samples_as_they_are_written(project: Project) -> None:
    text = GOOD.replace("## Who is affected", "Code: `{% if a < b %}` & more.\n\n## Who is affected")
    assert "Code: `{% if a < b %}` & more." in twin(project, text)


def test_a_change_ends_with_what_django_said(project: Project) -> None:
    assert (
        twin(project)
        .rstrip()
        .endswith("Before warns on 4.1\n\nRemovedInDjango50Warning:\n\n    Shut & <closed>.")
    )


def test_links_that_macros_drew_lead_to_the_hosted_site() -> None:
    drawn = '<a class="x" href="../../releases/4.1/?a=1&amp;b=2">4.1</a> <a href="#here">here</a>'
    assert markdown_copy.of_page(
        f"{drawn} [text](policy.md)", [drawn], "https://atlas.example/upgrade/3.2-to-4.1/"
    ) == (
        '<a class="x" href="https://atlas.example/releases/4.1/?a=1&amp;b=2">4.1</a>'
        ' <a href="#here">here</a> [text](policy.md)\n'
    )


def test_pictures_and_ids_of_headings_are_left_out() -> None:
    drawn = "<svg a>\n<path/><svg></svg></svg>\nText<template>Not today</template>"
    text = f"## Ways {{ #ways }}\n{drawn}"
    assert markdown_copy.of_page(text, [Markup(drawn)], "https://x.example/") == "## Ways\nText\n"


def test_what_an_author_wrote_stays_as_it_is() -> None:
    text = '```html\n# Ways { #ways }\n<a href="x"><svg></svg></a>\n```\n'
    assert markdown_copy.of_page(text, ["", "<svg>other</svg>"], "https://x.example/") == text
