"""Sphinx's markup for docutils, which knows none of its roles and directives.

Every role that a file uses becomes an `inline` node that carries its target; every directive either
a container whose content is read as prose, or an opaque block. Building Django's docs for this would
need all of Sphinx.
"""

import re
from typing import Any, Final

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles

#: Directives whose content is text, possibly with lists. The others hold code or configuration.
PROSE_DIRECTIVES: Final = (
    "admonition note warning tip hint important caution attention danger seealso"
    " versionadded versionchanged deprecated container topic"
)
ROLE = re.compile(r":([A-Za-z][\w.+:-]*):`")
DIRECTIVE = re.compile(r"^\s*(?:[*+-] +)*\.\. ([\w:-]+)::", re.M)
EXPLICIT_TITLE = re.compile(r"(.*?)\s*<([^<>]*)>", re.S)


def teach(text: str) -> None:
    """Make docutils accept the roles and directives in a text; it looks them up by name in a table."""
    for role in set(ROLE.findall(text)):
        roles.register_local_role(role, read_role)  # type: ignore[arg-type]
    for directive in set(DIRECTIVE.findall(text)):
        directives.register_directive(directive, Prose if directive in PROSE_DIRECTIVES.split() else Opaque)


def squeeze(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


class Prose(Directive):
    """A directive whose content is read; its arguments count as content."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        node = nodes.container(classes=[self.name])
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


class Opaque(Directive):
    """A directive whose content is not prose."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        return [nodes.literal_block("", "")]


def read_role(
    name: str, rawtext: str, text: str, lineno: int, inliner: Any, options: Any = None, content: Any = None
) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    """A role as an `inline` node with `role`, `target` and the text that a reader sees."""
    text = nodes.unescape(text)
    explicit = EXPLICIT_TITLE.fullmatch(text)
    target = squeeze(explicit[2] if explicit else text)
    node = nodes.inline(rawtext, explicit[1] if explicit else shown(name, text))
    node["role"], node["target"] = name, target.lstrip("~!").lstrip(".") or target
    return [node], []


def shown(role: str, text: str) -> str:
    """The text of a role without an explicit title, as Sphinx shows it with Django's settings."""
    if role == "cve":
        return f"CVE-{text}"
    if role in ("pep", "rfc"):
        return f"{role.upper()} {text}"
    if text.startswith("~"):
        text = text.rpartition(".")[2].lstrip("~")
    text = text.lstrip("!.")
    call = role.rpartition(":")[2] in ("meth", "func") and not text.endswith("()")
    return f"{text}()" if call else text
