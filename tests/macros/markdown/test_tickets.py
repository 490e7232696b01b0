"""Ticket numbers and CVEs in prose become links, and nothing else does."""

import pytest
from markdown import Markdown

from macros.markdown.tickets import TicketExtension

TICKET = '<a href="https://code.djangoproject.com/ticket/15619">#15619</a>'


def html(text: str, page: str = "releases/4.1/x.md") -> str:
    extension = TicketExtension({"CVE-2022-34265"}, lambda: page)
    return Markdown(extensions=["fenced_code", "pymdownx.saneheaders", extension]).convert(text)


@pytest.mark.parametrize("text", ["See #15619.", "(#15619)", "**#15619**", "- #15619", "#15619, which"])
def test_a_ticket_number_in_prose_is_a_link(text: str) -> None:
    assert TICKET in html(text)


def test_a_line_that_starts_with_a_ticket_number_is_no_heading() -> None:
    assert html("#15619 asked for it.") == f"<p>{TICKET} asked for it.</p>"


@pytest.mark.parametrize(
    "text",
    [
        "`#15619`",
        "```\n#15619\n```",
        "# About #15619",
        "[see #15619](x.md)",
        "<https://x.example/#15619>",
        "https://x.example/a#15619",
        "&#15619;",
        "#1 of all",
        "#336699",
        "#15619-notes",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert "code.djangoproject.com" not in html(text)


def test_a_known_cve_leads_to_its_row_on_the_security_page() -> None:
    assert html("CVE-2022-34265 hits.") == (
        '<p><a href="../../reference/security.md#cve-2022-34265">CVE-2022-34265</a> hits.</p>'
    )
    assert 'href="reference/security.md#' in html("CVE-2022-34265", page="index.md")


def test_any_other_cve_leads_to_its_public_record() -> None:
    assert html("CVE-2017-12794") == (
        '<p><a href="https://www.cve.org/CVERecord?id=CVE-2017-12794">CVE-2017-12794</a></p>'
    )


def test_a_cve_in_code_stays() -> None:
    assert "<a" not in html("`CVE-2022-34265`")
