"""What a piece of the notes names: code, tickets, labels of other sections."""

from collections.abc import Iterable, Iterator
from typing import Final

from docutils import nodes

from atlas.sync.sources.markup import squeeze

#: Roles that point at a text, a ticket or a standard rather than at a piece of code.
REFERENCE_ROLES: Final = (
    "doc ref term ticket cve pep rfc commit pypi source bpo issue download"
    " abbr sub sup emphasis strong menuselection guilabel"
)
REFERENCES: Final = frozenset(REFERENCE_ROLES.split())
OPAQUE = (nodes.literal_block, nodes.doctest_block, nodes.comment, nodes.target, nodes.section)


def inlines(blocks: Iterable[nodes.Node], into_lists: bool = False) -> Iterator[nodes.Element]:
    """The roles, literals and bare names in blocks, in order; bullet lists only if asked."""
    skipped = OPAQUE if into_lists else (*OPAQUE, nodes.bullet_list)
    for node in blocks:
        named = isinstance(node, (nodes.literal, nodes.title_reference, nodes.inline))
        if named and isinstance(node, nodes.Element):
            yield node
        elif not isinstance(node, skipped):
            yield from inlines(node.children, into_lists)


def symbols(found: Iterable[nodes.Element]) -> list[str]:
    """The code names among inline nodes, as targets (`django.db.models.Q`) or literals, without repeats."""
    names = (
        squeeze(node["target"] if "role" in node else node.astext())
        for node in found
        if node.get("role", "").rpartition(":")[2] not in REFERENCES
    )
    return list(dict.fromkeys(name for name in names if name))


def targets(found: Iterable[nodes.Element], role: str) -> list[str]:
    """Where the inline nodes of one role point, without repeats."""
    return list(dict.fromkeys(node["target"] for node in found if node.get("role") == role))


def tickets(found: Iterable[nodes.Element]) -> list[int]:
    """The numbers of the tickets named; a link to a ticket's comment counts as the ticket."""
    return list(dict.fromkeys(int(target.partition("#")[0]) for target in targets(found, "ticket")))
