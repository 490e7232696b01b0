"""Evidence is folded, its headings keep ids of their own, and a page that begins with code explains itself below it."""

from markdown import Markdown

from atlas.publish.search.html import read_html
from macros.markdown.evidence import EvidenceExtension

OPENING, CODE = "Because.\n\n", "## Before and after\n\nDo this.\n\n"
REST = "## Who is affected\n\nYou.\n\n"
EVIDENCE = "## Evidence\n\nRun.\n\n### Who is affected\n\nHolds.\n"


def convert(*parts: str) -> str:
    return Markdown(extensions=["toc", EvidenceExtension()]).convert("".join(parts))


def test_evidence_is_a_fold_under_its_heading() -> None:
    html = convert(REST, EVIDENCE)
    heading, _, fold = html.partition('<details class="evidence" data-search-exclude="">')
    assert heading.endswith('<h2 data-search-exclude="" id="evidence">Evidence</h2>\n')
    assert fold.startswith("<summary>")
    assert fold.endswith("<p>Holds.</p>\n</details>")


def test_a_section_keeps_its_id_beside_its_evidence() -> None:
    html = convert(REST, EVIDENCE)
    assert '<h2 id="who-is-affected">' in html
    assert '<h3 id="evidence-who-is-affected">' in html


def test_the_reason_follows_the_code() -> None:
    html = convert(OPENING, CODE, REST, EVIDENCE)
    assert html.index("Do this.") < html.index("Because.") < html.index("You.")


def test_a_page_that_begins_with_words_keeps_its_order() -> None:
    html = convert(OPENING, REST, CODE, EVIDENCE)
    assert html.index("Because.") < html.index("You.") < html.index("Do this.")


def test_evidence_is_nothing_to_search_for() -> None:
    found = read_html(f"<article><h1>A guide</h1>{convert(REST, EVIDENCE)}</article>").sections
    assert [(section.title, section.text) for section in found] == [
        ("A guide", ""),
        ("Who is affected", "You."),
    ]


def test_a_guide_keeps_its_order_and_folds_its_evidence() -> None:
    html = convert(OPENING, "## Find out what you have\n\nLook.\n\n", EVIDENCE)
    assert html.index("Because.") < html.index("Look.") < html.index("<summary>") < html.index("Holds.")


def test_a_page_without_evidence_is_left_alone() -> None:
    html = convert(OPENING, CODE, REST)
    assert html.index("Because.") < html.index("Do this.")
    assert "<details" not in html


def test_the_fold_ends_where_the_next_section_begins() -> None:
    html = convert(EVIDENCE, "## More\n\nElse.\n")
    assert html.index("</details>") < html.index('<h2 id="more">')
