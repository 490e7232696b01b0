"""What templates say that they need, and what they do need."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, meta, nodes

from macros.build.render import environment

#: The comment at the top of a template, or right above a macro.
COMMENT = re.compile(r"\{#-?(?P<text>.*?)-?#\}", re.DOTALL)
#: A line that names parameters is indented by two spaces; lines that go on are indented by more.
PARAMETERS = re.compile(r"^  (?P<names>\w+(?:, \w+)*)(?::|$)", re.MULTILINE)
MACRO = re.compile(r"\{%-? macro (?P<name>\w+)\(")
#: What other templates than these import is seen by nobody.
SHARED = ("parts.jinja", "tables/settings/parts.jinja")


def parser() -> Environment:
    """Reads templates of parts and of the theme."""
    made = Environment()
    made.filters.update(environment().filters)
    made.filters.update(url=str, script_tag=str)  # MkDocs'
    return made


def named(comment: str) -> list[str]:
    """The parameters that a comment names, in order."""
    return [name for line in PARAMETERS.finditer(comment) for name in line["names"].split(", ")]


def contract(text: str) -> list[str] | None:
    """The parameters that the opening comment of a template names; None without such a comment."""
    comment = COMMENT.match(text)
    return named(comment["text"]) if comment else None


def needed(folder: Path, path: Path) -> set[str]:
    """What a template and those of the folder that it includes use, and nobody in them sets."""
    tree = parser().parse(path.read_text(encoding="utf-8"))
    assigned = {one.target.name for one in tree.find_all(nodes.Assign) if isinstance(one.target, nodes.Name)}
    found = meta.find_undeclared_variables(tree) - assigned
    for include in tree.find_all(nodes.Include):
        if isinstance(include.template, nodes.Const) and (folder / include.template.value).is_file():
            found |= needed(folder, folder / include.template.value)
    return found


def macros_of(text: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each macro: its name, its parameters, and those that the comment right above it names."""
    given = {
        one.name: [argument.name for argument in one.args]
        for one in parser().parse(text).find_all(nodes.Macro)
    }
    for macro in MACRO.finditer(text):
        above = [
            one
            for one in COMMENT.finditer(text, 0, macro.start())
            if not text[one.end() : macro.start()].strip()
        ]
        yield macro["name"], given[macro["name"]], named(above[-1]["text"]) if above else []


def mistakes(folder: Path) -> list[str]:
    """One line for each template of a folder whose opening comment and body do not agree."""
    found = []
    for path in sorted(one for one in folder.rglob("*") if one.suffix in (".jinja", ".html")):
        shown, text = path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")
        said, used = contract(text), needed(folder, path)
        if said is None:
            found.append(f"{shown}: begins with no comment")
        elif sorted(said) != sorted(used):
            lacking, extra = sorted(used - set(said)), sorted(name for name in said if name not in used)
            found.append(f"{shown}: names too few {lacking}, too many {extra}, or one twice")
        if shown in SHARED:
            found += [
                f"{shown}: macro {name}: takes {takes}, its comment names {says}"
                for name, takes, says in macros_of(text)
                if takes != says
            ]
    return found
