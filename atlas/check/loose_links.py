"""Links that Markdown or the site builder passes over in silence: references, footnotes, raw HTML, numbers of CVEs."""

import re
from collections.abc import Collection, Iterator

from atlas.check.page_links import ELSEWHERE
from atlas.check.prose_text import ProseText, prose_text
from atlas.records.library import Library
from atlas.records.pages import Page
from atlas.words.forms import CVE_ID
from atlas.words.problems import Problem, RecordsBroken, did_you_mean

DEFINED = re.compile(r"^ {0,3}\[(?P<name>[^\]\n]+)\]:", re.M)
REFERENCE = re.compile(r"\[(?P<text>[^\[\]]+)\]\s?\[(?P<name>[^\[\]\n]*)\]")
FOOTNOTE = re.compile(r"\[(?P<name>\^[^\[\]\n]+)\](?!:)")
HTML = re.compile(r"<(?:a|img|source|link|iframe)\b[^>]*?\b(?:href|src)=[\"'](?P<target>[^\"']*)[\"']", re.I)
#: A number of a CVE, or a link, whose text is its author's own.
CVE = re.compile(rf"\[[^\[\]]*\]\([^)]*\)|<[^>]*>|https?://\S+|\b(?P<cve>{CVE_ID})\b")


def known_cves(library: Library) -> Collection[str]:
    """The numbers in data/cves.json; none where it is broken, which the check of that file says."""
    try:
        return library.facts.cves
    except RecordsBroken:
        return ()


def check(page: Page, cves: Collection[str]) -> Iterator[Problem]:
    """Problems of one page. cves: those of data/cves.json; without any, numbers are not looked up."""
    prose = prose_text(page)
    if "[" in prose.text:
        yield from _references(page, prose)
    if "=" in prose.text:
        yield from _html(page, prose)
    if cves and "CVE-" in prose.text:
        yield from _cves(page, prose, cves)


def _references(page: Page, prose: ProseText) -> Iterator[Problem]:
    """References and footnotes that nothing defines: Markdown shows their brackets."""
    defined = {" ".join(found["name"].lower().split()) for found in DEFINED.finditer(prose.text)}
    for what, pattern in (("link", REFERENCE), ("footnote", FOOTNOTE)):
        for found in pattern.finditer(prose.text):
            name = " ".join((found["name"] or found["text"]).lower().split())
            if name not in defined:
                remedy = did_you_mean(name, defined) or f"add the line `[{name}]: …`, or put it in backquotes"
                yield Problem(
                    page.path, prose.line(found.start()), what, f"nothing defines '[{name}]'", remedy
                )


def _html(page: Page, prose: ProseText) -> Iterator[Problem]:
    """Raw HTML is published as it is: no build makes its path right for both layouts of addresses."""
    for found in HTML.finditer(prose.text):
        if not (ELSEWHERE.match(found["target"]) or found["target"].startswith("#")):
            message = f"'{found['target']}' stands in raw HTML, where no build follows or corrects it"
            remedy = "write `[text](path.md)`, or `![text](path.png)` for a picture"
            yield Problem(page.path, prose.line(found.start()), "link", message, remedy)


def _cves(page: Page, prose: ProseText, cves: Collection[str]) -> Iterator[Problem]:
    for found in CVE.finditer(prose.text):
        if found["cve"] and found["cve"] not in cves:
            message = f"'{found['cve']}' is not in data/cves.json"
            remedy = "check the number, or link one that is not Django's: `[CVE-…](https://…)`"
            yield Problem(page.path, prose.line(found.start()), "CVE", message, remedy)
