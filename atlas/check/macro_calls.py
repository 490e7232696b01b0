"""Macros in pages: closed, known, called with what they take, and on a page that has them filled in."""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from atlas.check.guides import is_change, is_of_a_release
from atlas.check.macro_names import Signatures, macro_names
from atlas.check.prose_text import prose_text
from atlas.records.library import Library
from atlas.records.pages import Page
from atlas.words.problems import Problem, RecordsBroken, did_you_mean
from atlas.words.versions import sort_key

FIELD: Final = "macro"
#: Where a macro begins, and how each sort ends.
ENDS: Final = {"[[[": "]]]", "[[%": "%]]", "[[#": "#]]"}
BEGIN = re.compile(r"\[\[[\[%#]")
RELEASES: Final = ("release", "old", "new")


@dataclass(frozen=True)
class Known:
    """What calls may name: the macros, the releases that are out or planned, and the ids of changes."""

    macros: Signatures
    releases: Collection[str]
    changes: Collection[str]


def known(library: Library) -> Known:
    """What calls may name in a project."""
    facts = library.facts
    try:
        releases = [*facts.releases, *facts.support.planned]
    except RecordsBroken:  # said by the check of these files
        releases = []
    changes = [f"{page.path.parent.name}/{page.path.stem}" for page in library.pages if is_change(page)]
    return Known(macro_names(), releases, changes)


def check(page: Page, known: Known) -> Iterator[Problem]:
    """Problems of the macros of one page."""
    if not BEGIN.search(page.body):
        return
    change = is_change(page)
    if change or page.meta.get("render_macros") != "true":
        yield from _shown_as_text(page, change)
        return
    for place, text in _macros(page.body):
        line = page.body_line + page.body.count("\n", 0, place)
        if text is None:
            mark = page.body[place : place + 3]
            yield Problem(page.path, line, FIELD, f"`{mark}` is not closed", f"end it with `{ENDS[mark]}`")
        elif page.body.startswith("[[[", place):
            yield from _call(page, line, text.strip(), known)


def _shown_as_text(page: Page, change: bool) -> Iterator[Problem]:
    prose = prose_text(page, macros=True)
    for found in BEGIN.finditer(prose.text):
        remedy = "write `render_macros: true` in the front matter, or put it in backquotes"
        if change:
            remedy = (
                "take it out: a change page is drawn around its text, and samples are shown as they are run"
            )
        message = "found a macro that would be shown as it is written"
        yield Problem(page.path, prose.line(found.start()), FIELD, message, remedy)


def _macros(body: str) -> Iterator[tuple[int, str | None]]:
    """Where each begins, and what stands in it; None where it does not end before the next begins."""
    place = 0
    while begin := BEGIN.search(body, place):
        end = body.find(ENDS[begin[0]], begin.end())
        following = BEGIN.search(body, begin.end())
        if end < 0 or (following and following.start() < end):
            yield begin.start(), None
            place = begin.end()
        else:
            yield begin.start(), body[begin.end() : end]
            place = end + 3


def _call(page: Page, line: int, text: str, known: Known) -> Iterator[Problem]:
    call = _parsed(text)
    if call is None:
        message = f"found `{text}`, expected the call of a macro"
        yield Problem(page.path, line, FIELD, message, "write a name and brackets, as in `support_banner()`")
        return
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name not in known.macros:
        if known.macros:
            message = f"found '{name}', expected one of {', '.join(sorted(known.macros))}"
            yield Problem(page.path, line, FIELD, message, did_you_mean(name, known.macros))
        return
    for message, remedy in _arguments(page, name, call, known):
        yield Problem(page.path, line, FIELD, message, remedy)


def _parsed(text: str) -> ast.Call | None:
    try:
        node = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError):
        return None
    return node if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else None


def _arguments(page: Page, name: str, call: ast.Call, known: Known) -> Iterator[tuple[str, str]]:
    """What is wrong with what a macro is given, and the remedy."""
    parameters = known.macros[name]
    shown = f"{name}({', '.join(one.name for one in parameters)})"
    names = [one.name for one in parameters]
    if len(call.args) > len(names):
        yield f"{name}() is given {len(call.args)} values, expected at most {len(names)}", f"write `{shown}`"
        return
    given = dict(zip(names, call.args, strict=False))
    for keyword in call.keywords:
        if keyword.arg not in names or keyword.arg in given:
            message = (
                f"{name}() takes no '{keyword.arg}'"
                if keyword.arg not in names
                else (f"{name}() is given '{keyword.arg}' twice")
            )
            yield message, f"write `{shown}`"
        else:
            given[keyword.arg] = keyword.value
    for one in parameters:
        if one.required and one.name not in given:
            yield f"{name}() needs '{one.name}'", f"write `{shown}`"
    if "release" in names and "release" not in given and not is_of_a_release(page):
        yield f"{name}() names no release, and the page is that of none", f'write `{name}("4.1")`'
    yield from _values(name, given, known)


def _values(name: str, given: dict[str, ast.expr], known: Known) -> Iterator[tuple[str, str]]:
    """Values that are no text, releases that are none, hops backward, changes without a page."""
    texts: dict[str, str] = {}
    for key, node in given.items():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts[key] = node.value
        else:
            yield f"{name}() is given {ast.unparse(node)} for '{key}', expected text", 'as in `"4.1"`'
    named = {key: texts[key] for key in RELEASES if key in texts}
    for key, release in named.items():
        if known.releases and release not in known.releases:
            names = ", ".join(sorted(known.releases, key=sort_key))
            yield f"{name}() is given {key} '{release}', expected one of {names}", ""
    old, new = named.get("old"), named.get("new")
    if old in known.releases and new in known.releases and sort_key(str(new)) <= sort_key(str(old)):
        yield f"{name}() is given '{old}' and '{new}', expected the later release second", "turn them round"
    if (change := texts.get("change_id")) is not None and change not in known.changes:
        yield f"{name}() is given '{change}', which is no change", did_you_mean(change, known.changes)
