"""Markdown: on a page that begins with what to do, the reason follows the code, and the evidence is folded.

A page is one of these where it has a section named Evidence. Its headings of level 3 are named after the sections
that they bear out, so their ids begin with `evidence-` and leave the sections their own.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor

from atlas.words.vocabulary import EVIDENCE, SAMPLES

#: What is said where the evidence is folded.
FOLDED = "The code that was run for each sentence, and what a scan must find"
#: Nobody looks for evidence; on a guide it would be a result beside the section that it speaks for.
UNSEARCHED = "data-search-exclude"


class EvidenceExtension(Extension):
    """Gives the headings their ids and puts the parts in order."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Called by Markdown."""
        # Above toc (5), which leaves an id that is there.
        md.treeprocessors.register(NameHeadings(md), "evidence_headings", 6)
        # Below all that look for headings among the page's children, samples (2) last.
        md.treeprocessors.register(Arrange(md), "evidence", 1)


class NameHeadings(Treeprocessor):
    """Ids of the headings below Evidence."""

    def run(self, root: Element) -> None:
        """Called by Markdown with the whole page."""
        for child in _below(root, EVIDENCE):
            if child.tag == "h3":
                child.set("id", f"{slugify(EVIDENCE, '-')}-{slugify(_text(child), '-')}")


class Arrange(Treeprocessor):
    """What stands above the first heading goes below the code; Evidence, the last section, becomes a fold."""

    def run(self, root: Element) -> None:
        """Called by Markdown with the whole page."""
        evidence = list(_below(root, EVIDENCE))
        if not evidence:
            return
        self._explain_later(root)
        place = list(root).index(evidence[0])
        fold = Element("details", {"class": "evidence", UNSEARCHED: ""})
        root[place - 1].set(UNSEARCHED, "")
        fold.tail = "\n"
        SubElement(fold, "summary").text = FOLDED
        for part in evidence:
            root.remove(part)
        fold.extend(evidence)
        root.insert(place, fold)

    def _explain_later(self, root: Element) -> None:
        """Move the opening below the code, where the page begins with code."""
        headings = [number for number, child in enumerate(root) if child.tag == "h2"]
        if _text(root[headings[0]]) != SAMPLES:
            return
        opening = list(root)[: headings[0]]
        below = root[headings[1]]
        for part in opening:
            root.remove(part)
        place = list(root).index(below)
        for number, part in enumerate(opening):
            root.insert(place + number, part)


def _below(root: Element, heading: str) -> Iterator[Element]:
    """The children of the page in the section of a heading of level 2."""
    inside = False
    for child in root:
        if child.tag == "h2":
            inside = _text(child) == heading
        elif inside:
            yield child


def _text(heading: Element) -> str:
    """The text of a heading without the link that toc adds."""
    return (heading.text or "").strip()
