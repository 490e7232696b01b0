"""Markdown: `#15619` in prose becomes a link to Django's ticket, `CVE-2022-34265` one to what is known of it.

Not in code, headings, links or addresses. Tickets have three to five digits: `#1` and `#336699` are
something else. Source of the interface: https://python-markdown.github.io/extensions/api/
"""

import posixpath
import re
from collections.abc import Callable, Collection
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from atlas.facts.addresses import cve_url, ticket_url
from atlas.words.forms import CVE_ID

TICKET = r"(?<![\w&/#])#(\d{3,5})\b(?![\w-])"
CVE = rf"\b{CVE_ID}\b"
#: The page with a row for each CVE that touched a covered release.
SECURITY = "reference/security.md"


class Reference(InlineProcessor):
    """Turns what matches into a link."""

    ANCESTOR_EXCLUDES = ("a", "h1", "h2", "h3", "h4", "h5", "h6")

    def __init__(self, pattern: str, address: Callable[[str], str]) -> None:
        super().__init__(pattern)
        self.address = address

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element, int, int]:
        """The link, and where in `data` the match begins and ends."""
        link = ElementTree.Element("a", href=self.address(m[0]))
        link.text = m[0]
        return link, m.start(0), m.end(0)


class TicketExtension(Extension):
    """cves: those with a row on the security page. here: the source of the page that is being rendered."""

    def __init__(self, cves: Collection[str], here: Callable[[], str]) -> None:
        super().__init__()
        self.cves = cves
        self.here = here

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Called by Markdown."""
        # Below links (160) and addresses (120), so that theirs are taken; above emphasis (60).
        md.inlinePatterns.register(Reference(TICKET, lambda text: ticket_url(int(text[1:]))), "ticket", 75)
        md.inlinePatterns.register(Reference(CVE, self.cve), "cve", 74)

    def cve(self, cve: str) -> str:
        """The address for a CVE: its row on the security page if there is one, else its public record."""
        if cve not in self.cves:
            return cve_url(cve)
        return f"{posixpath.relpath(SECURITY, posixpath.dirname(self.here()))}#{cve.lower()}"
