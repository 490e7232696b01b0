"""Django's documentation files, parsed by docutils into sections with line numbers and anchors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser

from atlas.sync.errors import SyncError, shape_error
from atlas.sync.sources.markup import squeeze, teach

SEVERE = 3  # docutils' ERROR: something in the file could not be read


@dataclass
class Section:
    """A heading and what stands under it, up to the next heading.

    `level` is 0 for the title of the document, `path` the headings from level 1 down; `line` counts
    from 1; `blocks` leaves out labels, link targets, comments and subsections.
    """

    title: str
    level: int
    path: list[str]
    line: int
    anchor: str
    node: nodes.section
    blocks: list[nodes.Element] = field(default_factory=list)
    stops: dict[int, int] = field(default_factory=dict)

    def last_line(self, block: nodes.Element) -> int:
        """The last line of one of `blocks`."""
        return self.stops[id(block)]


@dataclass
class Document:
    """A parsed file: `name` is its path in the source distribution."""

    name: str
    lines: list[str]
    sections: list[Section]

    @property
    def title(self) -> Section:
        return self.sections[0]


def parse(name: str, text: str) -> Document:
    """Read one file. A file that docutils cannot read, or without one title, is a `SyncError`."""
    teach(text)
    document = utils.new_document(name, quiet_settings())
    problems: list[SyncError] = []

    def note(message: nodes.system_message) -> None:
        if message["level"] >= SEVERE:
            found = squeeze(message.children[0].astext()) if message.children else "an error"
            problems.append(
                shape_error(name, message.get("line", 1), repr(found), "text that docutils can read")
            )

    document.reporter.attach_observer(note)
    try:
        Parser().parse(text, document)
    except RecursionError:
        raise shape_error(
            name, 1, "lists inside of lists without an end", "text that docutils can read"
        ) from None
    if problems:
        raise problems[0]
    lines = text.expandtabs(8).split("\n")
    tops = [node for node in document.children if isinstance(node, nodes.section)]
    if len(tops) != 1:
        raise shape_error(name, 1, f"{len(tops)} titles", "one title over the whole document")
    return Document(name, lines, list(sections_of(document, lines)))


def quiet_settings() -> Any:
    """docutils' settings: nothing printed, no file read, ids as Sphinx makes them."""
    settings = frontend.get_default_settings(Parser)
    settings.report_level = settings.halt_level = 5
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.auto_id_prefix = "id"
    return settings


def sections_of(document: nodes.document, lines: list[str]) -> Iterator[Section]:
    """The sections in the order of the file, with their blocks measured."""
    found = list(document.findall(nodes.section))
    starts = [heading_start(node, lines) for node in found] + [len(lines) + 1]
    paths: dict[int, list[str]] = {id(document): []}
    for position, node in enumerate(found):
        title = squeeze(node.next_node(nodes.title).astext())  # type: ignore[union-attr]
        path = [*paths[id(node.parent)], title]
        paths[id(node)] = path
        section = Section(title, len(path) - 1, path[1:], title_line(node), anchor(node), node)
        measure(section, starts[position + 1], lines)
        yield section


def title_line(node: nodes.section) -> int:
    """The line of the heading's text: docutils notes the line of the rule under it."""
    return (node.line or 2) - 1


def heading_start(node: nodes.section, lines: list[str]) -> int:
    """The first line of a heading: its text, or the rule over it."""
    line = title_line(node)
    over = lines[line - 2] if line > 1 else ""
    return line - 1 if over and over == lines[line] else line


def measure(section: Section, end: int, lines: list[str]) -> None:
    """Fill in `blocks` and where each ends: before the line `end`, or where the next thing starts."""
    stop = end
    for child in reversed(section.node.children):
        assert isinstance(child, nodes.Element)
        if isinstance(child, (nodes.title, nodes.section, nodes.system_message)):
            continue
        if not isinstance(child, (nodes.comment, nodes.target)) or child.get("anonymous"):
            last = stop - 1
            while not lines[last - 1].strip():
                last -= 1
            section.blocks.insert(0, child)
            section.stops[id(child)] = last
        stop = child.line or stop


def anchor(node: nodes.section) -> str:
    """The HTML id of a section: a label before it stands in for a generated one, as in Sphinx."""
    own = str(node["ids"][0])
    label = previous_label(node)
    if re.fullmatch(r"id\d+", own) and label is not None:
        return nodes.make_id(label)
    return own


def previous_label(node: nodes.section) -> str | None:
    """The `.. _label:` right before a heading; docutils leaves it at the end of what came before."""
    before: nodes.Node | None = node.previous_sibling()
    while isinstance(before, nodes.section) and before.children:
        before = before.children[-1]
    if isinstance(before, nodes.target) and not before.get("refuri") and before["names"]:
        return str(before["names"][0])
    return None
