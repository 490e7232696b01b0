"""The skeleton of a feature release's notes: one row per heading and bullet, no sentences.

A heading with a text of its own is a unit ("section") and its bullets are details of it. A heading
without one is a container, and its top-level bullets are the units.
"""

import hashlib
from collections.abc import Iterator

from docutils import nodes

from atlas.facts.schema import Unit
from atlas.sync.errors import shape_error
from atlas.sync.inline import inlines, symbols, targets, tickets
from atlas.sync.kinds import INTRODUCES_LIST, kind_of, part_of
from atlas.sync.sources.markup import squeeze
from atlas.sync.sources.rst import Document, Section

DEPRECATED_FEATURES = "deprecated-features-"


def rows(document: Document) -> list[Unit]:
    """Every heading and bullet of the notes, in order. Notes without a "What's new" are a `SyncError`."""
    sections = [section for section in document.sections if section.level]
    if not any(part_of(section.path) == "whats-new" for section in sections):
        raise shape_error(document.name, 1, "no heading that starts with What's new in", "one")
    return [row for section in sections for row in section_rows(section, document.lines)]


def section_rows(section: Section, lines: list[str]) -> Iterator[Unit]:
    """The row of a heading, then those of its bullets."""
    lists = [block for block in section.blocks if isinstance(block, nodes.bullet_list)]
    prose = [block for block in section.blocks if block not in lists]
    introduces = bool(lists and INTRODUCES_LIST.match(section.path[-1]))
    container = introduces or not prose
    end = section.line + 1  # the rule under the title
    if introduces:
        before = section.blocks[: section.blocks.index(lists[0])]
        end = max([section.last_line(block) for block in before], default=end)
    elif prose:
        end = section.last_line(section.blocks[-1])
    title = section.node.children[0]
    role = "container" if container else "section"
    yield make_row(section, role, (section.line, end), [title, *section.blocks], lines)
    since = deprecated_in(section)
    for bullet, depth in bullets(section.blocks):
        role = "bullet" if container and depth == 1 else "detail"
        yield make_row(section, role, bullet_lines(bullet), bullet.children, lines, since.get(id(bullet)))


def make_row(
    section: Section,
    role: str,
    span: tuple[int, int],
    blocks: list[nodes.Node],
    lines: list[str],
    deprecated_in: str | None = None,
) -> Unit:
    """A row for the lines of `span`, both ends included; nested bullets name things for themselves."""
    named = list(inlines(blocks))
    return Unit(
        hash=unit_hash(lines, span),
        role=role,
        unit=role in ("section", "bullet"),
        kind=kind_of(section.path),
        section=tuple(section.path),
        anchor=section.anchor,
        line=span[0],
        line_end=span[1],
        symbols=tuple(symbols(named)),
        tickets=tuple(tickets(named)),
        deprecated_in=deprecated_in,
    )


def unit_hash(lines: list[str], span: tuple[int, int]) -> str:
    """First 8 hex digits of the SHA-256 of the lines, white space collapsed. `span` counts from 1."""
    text = squeeze("\n".join(lines[span[0] - 1 : span[1]]))
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def bullets(blocks: list[nodes.Element], depth: int = 1) -> Iterator[tuple[nodes.list_item, int]]:
    """Every bullet in blocks with its depth, 1 for the outermost, in order."""
    for block in blocks:
        inside = [child for child in block.children if isinstance(child, nodes.Element)]
        if not isinstance(block, nodes.bullet_list):
            yield from bullets(inside, depth)
            continue
        for item in inside:
            assert isinstance(item, nodes.list_item)
            yield item, depth
            children = [child for child in item.children if isinstance(child, nodes.Element)]
            yield from bullets(children, depth + 1)


def bullet_lines(bullet: nodes.list_item) -> tuple[int, int]:
    """First and last line of a bullet, nested ones included."""
    line = bullet.line or 1
    return line, line + len(bullet.rawsource.rstrip().split("\n")) - 1


def deprecated_in(section: Section) -> dict[int, str]:
    """For "Features removed": the release that each top-level bullet was deprecated in.

    The paragraph before a list points at that release's deprecations.
    """
    found: dict[int, str] = {}
    since = None
    if part_of(section.path) != "removed":
        return found
    for block in section.blocks:
        if isinstance(block, nodes.paragraph):
            labels = targets(inlines([block]), "ref")
            named = [label for label in labels if label.startswith(DEPRECATED_FEATURES)]
            since = named[-1].removeprefix(DEPRECATED_FEATURES) if named else since
        elif since and isinstance(block, nodes.bullet_list):
            found.update((id(item), since) for item in block.children)
    return found
