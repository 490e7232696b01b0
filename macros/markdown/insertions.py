"""Markdown: parts that are drawn from records find their places among an author's headings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor


@dataclass(frozen=True)
class Insertion:
    """HTML that belongs to the section with one of these headings of level 2; the page's end if it has none.

    below: right below the heading; otherwise it ends the section.
    """

    html: str
    headings: tuple[str, ...]
    below: bool = False


class InsertionExtension(Extension):
    """insertions: those of the page that is being rendered."""

    def __init__(self, insertions: Callable[[], Iterable[Insertion]]) -> None:
        super().__init__()
        self.insertions = insertions

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Called by Markdown."""
        # Below toc (5), which gives headings their ids; what is placed has no headings for the list of contents.
        md.treeprocessors.register(InsertParts(md, self.insertions), "insertions", 2.5)


class InsertParts(Treeprocessor):
    """Puts each part where it belongs."""

    def __init__(self, md: Markdown, insertions: Callable[[], Iterable[Insertion]]) -> None:
        super().__init__(md)
        self.insertions = insertions

    def run(self, root: Element) -> None:
        """Called by Markdown with the whole page."""
        for part in self.insertions():
            stashed = Element("p")
            # str(): a template's text would escape what is added to it.
            stashed.text = self.md.htmlStash.store(str(part.html).strip())
            stashed.tail = "\n"
            root.insert(place(root, part), stashed)


def place(root: Element, part: Insertion) -> int:
    """Before which child of the page a part belongs."""
    anchors = {slugify(heading, "-") for heading in part.headings}
    headings = [number for number, child in enumerate(root) if child.tag == "h2"]
    for number in headings:
        if root[number].get("id") in anchors:
            ends = [other for other in headings if other > number]
            return number + 1 if part.below else (ends or [len(root)])[0]
    return len(root)
