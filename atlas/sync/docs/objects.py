"""The ids that Sphinx gives to what Django's docs describe: classes, settings, template tags, commands.

Sources: sphinx/util/nodes.py (make_id), sphinx/directives/__init__.py (nesting of descriptions),
docs/_ext/djangodocs.py in Django (its own kinds of description).
"""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from docutils import nodes
from docutils.parsers.rst import Directive

#: Python descriptions inside which names stand for members, and those that only have a name.
NESTING: Final = ("class", "exception")
PYTHON: Final = (
    *NESTING,
    *["attribute", "classmethod", "data", "function", "method", "property", "staticmethod"],
)
#: Django's own kinds of description, which Sphinx keeps in its standard domain.
STANDARD: Final = ("setting", "templatetag", "templatefilter", "fieldlookup")
COMMANDS: Final = ("django-admin", "program")
OPTIONS: Final = ("django-admin-option", "option")

SIGNATURE = re.compile(r"(?P<prefix>[\w.]*\.)?(?P<name>\w+)\s*(?:\[.*\])?\s*(?:\(.*\)(?:\s*->.*)?)?", re.S)
FIELD = re.compile(r":([\w-]+):(?:\s+(.*))?")
OPTION = re.compile(r"(?P<name>--?\w[^\s=,\[]*)")


@dataclass
class Around:
    """What the description that is being read stands in."""

    module: str = ""
    program: str = ""
    classes: list[str] = field(default_factory=list)
    #: The class that names stand for members of: the innermost one, or the one that a member before named.
    class_name: str = ""


def sphinx_id(*parts: str) -> str:
    """An id as Sphinx writes it since 3.0: `std:setting` and `DEBUG` give `std-setting-DEBUG`."""
    text = re.sub(r"[^a-zA-Z0-9._]+", "-", "-".join(part for part in parts if part))
    return re.sub(r"^[-0-9._]+|-+$", "", text)


class Described(Directive):
    """A directive that gives ids to its arguments, one to a line, and whose content is read."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = None

    def run(self) -> list[nodes.Node]:
        document: Any = self.state.document
        around: Around = document.around
        lines = self.block_text.partition("::")[2].split("\n")
        signatures = argument_lines(lines)
        options = {found[1]: found[2] or "" for found in map(FIELD.fullmatch, map(str.strip, lines)) if found}
        node = nodes.container()
        outside = around.module
        around.module = options.get("module", outside)
        ids = [one for text in signatures for one in self.ids(text, around)]
        node["sphinx_ids"] = [] if {"noindex", "no-index"} & options.keys() else ids
        if "module" in options:
            around.module = outside
        self.enter(signatures, around)
        self.state.nested_parse(self.content, self.content_offset, node)
        self.leave(around)
        return [node]

    def ids(self, signature: str, around: Around) -> list[str]:
        """The ids of one argument line."""
        raise NotImplementedError

    def enter(self, signatures: list[str], around: Around) -> None:
        """Note what the content stands in."""

    def leave(self, around: Around) -> None:
        """Undo `enter`."""


def argument_lines(lines: list[str]) -> list[str]:
    """The argument lines of a directive: up to its first option or blank line, joined at backslashes."""
    held: list[str] = []
    for line in lines:
        text = line.strip()
        if not text or FIELD.fullmatch(text):
            break
        held.append(text)
    return "\n".join(held).replace("\\\n", "").split("\n") if held else []


class Python(Described):
    """`.. class::` and its like: the id is the full dotted name."""

    def ids(self, signature: str, around: Around) -> list[str]:
        name = full_name(signature, around)[0]
        return [sphinx_id(".".join(part for part in (around.module, name) if part))] if name else []

    def enter(self, signatures: list[str], around: Around) -> None:
        if not signatures:
            return
        name, prefix = full_name(signatures[-1], around)
        if self.name in NESTING:
            around.classes.append(name)
            around.class_name = name
        elif prefix:
            around.class_name = prefix

    def leave(self, around: Around) -> None:
        if self.name in NESTING and around.classes:
            around.classes.pop()
        around.class_name = around.classes[-1] if around.classes else ""


def full_name(signature: str, around: Around) -> tuple[str, str]:
    """The name inside its module, and the class in it: `Field.clean` gives `("Field.clean", "Field")`."""
    found = SIGNATURE.fullmatch(signature)
    if not found:
        return "", ""
    prefix, name, outer = found["prefix"] or "", found["name"], around.class_name
    if not outer:
        return prefix + name, prefix.rstrip(".")
    if prefix and (prefix.rstrip(".") == outer or prefix.startswith(f"{outer}.")):
        return prefix + name, prefix.rstrip(".")
    return f"{outer}.{prefix}{name}", outer


class Standard(Described):
    """`.. setting::` and its like."""

    def ids(self, signature: str, around: Around) -> list[str]:
        return [sphinx_id(f"std:{self.name}", signature)]


class Command(Described):
    """`.. django-admin:: migrate [app]`, and the options under it."""

    def ids(self, signature: str, around: Around) -> list[str]:
        around.program = "" if signature == "None" else signature.split()[0]
        return [] if self.name == "program" else [sphinx_id(self.name, around.program)]


class Option(Described):
    """`.. django-admin-option:: --fake, -f`: one id for each form."""

    def ids(self, signature: str, around: Around) -> list[str]:
        forms = [OPTION.match(form.strip()) for form in signature.split(", ")]
        return [sphinx_id("cmdoption", around.program, form["name"]) for form in forms if form]


class Variable(Described):
    """`.. envvar::`."""

    def ids(self, signature: str, around: Around) -> list[str]:
        return [sphinx_id(self.name, signature)]


class Module(Described):
    """`.. module::` gives an id; `.. currentmodule::` only says what names belong to."""

    def ids(self, signature: str, around: Around) -> list[str]:
        around.module = "" if signature == "None" else signature
        return [sphinx_id("module", signature)] if self.name == "module" else []


#: The class that reads each describing directive.
DESCRIBING: Final[dict[str, Any]] = {
    **dict.fromkeys(PYTHON, Python),
    **dict.fromkeys(STANDARD, Standard),
    **dict.fromkeys(COMMANDS, Command),
    **dict.fromkeys(OPTIONS, Option),
    "envvar": Variable,
    "module": Module,
    "currentmodule": Module,
}
