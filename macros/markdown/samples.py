"""Markdown: fences titled Before and After are marked as samples; neighbors of both roles become a pair.

The highlighter (code.py) tells of each sample when it makes it. In the tree a fence is a paragraph that stands for
stashed HTML. Source of the interface: https://python-markdown.github.io/extensions/api/
"""

import re
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from atlas.words.vocabulary import ROLES

#: What a fence is called that is run: `Before`, `After: models.py`, `Before: output`.
TITLE = re.compile(rf"(?P<role>{'|'.join(ROLES)})(?P<rest>: .*)?")
#: Characters of code that fit into half of the text column; a longer line goes on in the next.
HALF = 46
#: Beside each other a pair must be at most so high, compared with one sample below the other.
WORTH = 0.75


@dataclass(frozen=True)
class Sample:
    """One fence that is run. lines: the length of each, in characters; printed: it is what the code prints."""

    role: str
    printed: bool
    lines: tuple[int, ...]

    @property
    def halved(self) -> int:
        """How many lines it takes in half of the text column."""
        return sum(max(1, -(-length // HALF)) for length in self.lines)

    @classmethod
    def read(cls, title: str | None, code: str) -> "Sample | None":
        """A fence as a sample; None for any other one."""
        match = TITLE.fullmatch(title or "")
        if not match:
            return None
        return cls(match["role"], match[0].endswith(": output"), tuple(map(len, code.split("\n"))))

    @property
    def classes(self) -> str:
        """Its classes for the style sheet."""
        return f"sample sample--{self.role.lower()}{' sample--output' if self.printed else ''}"


class SampleExtension(Extension):
    """found: the samples of the page that is being rendered, by their HTML; whoever highlights writes into it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: MutableMapping[str, Sample] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Called by Markdown, once for each page."""
        self.found.clear()
        # Right behind the fences (25), which are placeholders by then, and before other HTML (20).
        md.preprocessors.register(FencesApart(md), "fences_apart", 24)
        # Below attr_list (8) and toc (5): nothing moves any more.
        md.treeprocessors.register(PairSamples(md, self.found), "samples", 2)


class FencesApart(Preprocessor):
    """Makes every fence a paragraph. Without blank lines around it, it would be in one with what is next to it."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Markdown with the whole page. Fences in lists stay: blank lines would loosen the list."""
        apart: list[str] = []
        for line in lines:
            apart += ["", line, ""] if HTML_PLACEHOLDER_RE.fullmatch(line) else [line]
        return apart


class PairSamples(Treeprocessor):
    """Puts the halves of a pair beside each other."""

    def __init__(self, md: Markdown, found: MutableMapping[str, Sample]) -> None:
        super().__init__(md)
        self.found = found

    def run(self, root: Element) -> None:
        """Called by Markdown with the whole page."""
        if not self.found:
            return
        for parent in list(root.iter()):
            for group in list(self._groups(parent)):
                self._pair(parent, group)

    def _groups(self, parent: Element) -> Iterator[list[tuple[Element, Sample]]]:
        """Samples that nothing else is between."""
        group: list[tuple[Element, Sample]] = []
        for child in parent:
            if sample := self._sample(child):
                group.append((child, sample))
            if group and (not sample or (child.tail or "").strip()):
                yield group
                group = []
        if group:
            yield group

    def _sample(self, element: Element) -> Sample | None:
        stashed = HTML_PLACEHOLDER_RE.fullmatch((element.text or "").strip()) if element.tag == "p" else None
        if stashed is None or len(element):
            return None
        return self.found.get(str(self.md.htmlStash.rawHtmlBlocks[int(stashed[1])]))

    def _pair(self, parent: Element, group: Iterable[tuple[Element, Sample]]) -> None:
        halves = {role: [(one, sample) for one, sample in group if sample.role == role] for role in ROLES}
        if not all(halves.values()):
            return
        members = [member for rows in halves.values() for member in rows]
        below = sum(len(sample.lines) for _, sample in members)
        beside = max(sum(sample.halved for _, sample in rows) for rows in halves.values())
        side = " pair--side" if beside <= WORTH * below else ""
        pair = Element("div", {"class": f"pair{side}"})
        place = min(list(parent).index(one) for one, _ in members)
        pair.tail = "\n"
        for role, rows in halves.items():
            half = SubElement(pair, "div", {"class": f"half half--{role.lower()}"})
            for one, _ in rows:
                parent.remove(one)
                one.tail = ""
                half.append(one)
        parent.insert(place, pair)
