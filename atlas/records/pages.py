"""A Markdown page as its author wrote it: front matter with line numbers, headings, fences."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from atlas.words.deflated import Text
from atlas.words.problems import Problem, RecordsBroken
from atlas.words.texts import BYTE_ORDER_MARK, faults, read_text
from atlas.words.yaml_lines import line_of, read_yaml

FENCE = re.compile(r"^(?P<indent> *)(?P<marks>`{3,}|~{3,})(?P<info>.*)$")
TITLE = re.compile(r'\btitle="(?P<title>[^"]*)"')
LANGUAGE = re.compile(r"^\s*\{?\s*\.?(?P<language>[A-Za-z0-9+_-]*)")
HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<text>.*?)(?:\s+\{[^}]*\})?\s*#*$")


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, its title, its text (dedented), and the line of the opening fence.

    closed: False where the page ends inside of it.
    """

    line: int
    language: str
    title: str
    text: str
    closed: bool = True


@dataclass(frozen=True)
class Heading:
    """A Markdown heading and its line."""

    line: int
    level: int
    text: str


@dataclass(frozen=True)
class Page:
    """One file under `docs/`. `lines` maps each front-matter key (dotted for nested ones) to its line.

    text: what stands below the front matter, from line `body_line` on.
    """

    path: Path
    meta: dict[str, Any]
    lines: dict[str, int]
    text: Text
    body_line: int
    problems: tuple[Problem, ...] = field(default=())

    @property
    def body(self) -> str:
        """The text below the front matter."""
        return str(self.text)

    def line_of(self, *keys: object) -> int:
        """The line of a front-matter key, or of the nearest key around it; 1 where there is none."""
        return line_of(self.lines, *keys) or 1

    def forget(self) -> None:
        """Let go of what checks alone ask for: front matter and its lines; headings, fences and prose.

        The text is deflated. Who asks for headings, fences and prose again has them read again.
        """
        self.text.deflate()
        self.meta.clear()
        self.lines.clear()
        self.__dict__.pop("_structure", None)

    @cached_property
    def _structure(self) -> "Structure":
        return _structure(self.body, self.body_line)

    @property
    def headings(self) -> list[Heading]:
        """Every heading outside fences, in order."""
        return self._structure.headings

    @property
    def fences(self) -> list[Fence]:
        """Every fenced block, in order."""
        return self._structure.fences

    @property
    def prose(self) -> list[tuple[int, str]]:
        """Every line outside fences with its number."""
        return self._structure.prose


def read_page(path: Path, shown: Path) -> Page:
    """Read one file. `shown` is the path that error lines name (relative to the project)."""
    try:
        text = read_text(path, shown)
    except RecordsBroken as broken:
        return Page(shown, {}, {}, Text(""), 1, tuple(broken.problems))
    problems = faults(text, shown)
    front, body, body_line = _split(text.removeprefix(BYTE_ORDER_MARK).replace("\r\n", "\n"))
    if body_line == 0:
        message, remedy = "is not closed", "write a line `---` below its last field"
        return Page(
            shown, {}, {}, Text(""), 1, (*problems, Problem(shown, 1, "front matter", message, remedy))
        )
    found = read_yaml(front, shown, "the front matter", before=1)
    meta = found.value or {}
    problems += found.problems
    if not isinstance(meta, dict):
        message = f"found {type(meta).__name__}, expected `key: value` lines"
        problems.append(Problem(shown, 1, "front matter", message))
        meta = {}
    return Page(shown, meta, found.lines, Text(body), body_line, tuple(problems))


def _split(text: str) -> tuple[str, str, int]:
    """Front matter, the rest, and the line on which that begins: 0 where the front matter does not end."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return "", text, 1
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return "", "", 0


class Structure(NamedTuple):
    """What a page's text is made of."""

    headings: list[Heading]
    fences: list[Fence]
    prose: list[tuple[int, str]]


def _structure(body: str, first_line: int) -> Structure:
    headings: list[Heading] = []
    fences: list[Fence] = []
    prose: list[tuple[int, str]] = []
    opened: re.Match[str] | None = None
    start = 0
    held: list[str] = []
    for number, line in enumerate(body.split("\n"), first_line):
        mark = FENCE.match(line)
        if opened:
            if mark and mark["marks"].startswith(opened["marks"]) and not mark["info"].strip():
                fences.append(_fence(opened, start, held))
                opened = None
            else:
                held.append(line.removeprefix(opened["indent"]))
        elif mark:
            opened, start, held = mark, number, []
        else:
            prose.append((number, line))
            if heading := HEADING.match(line):
                headings.append(Heading(number, len(heading["marks"]), heading["text"]))
    if opened:
        fences.append(_fence(opened, start, held, closed=False))
    return Structure(headings, fences, prose)


def without_ids(markdown: str) -> str:
    """Markdown with the ids of its headings left out (`## Ways { #ways }`), outside of fences."""
    lines = markdown.split("\n")
    for number, line in _structure(markdown, 0).prose:
        if "{" in line and (heading := HEADING.match(line)):
            lines[number] = f"{heading['marks']} {heading['text']}"
    return "\n".join(lines)


def _fence(opened: re.Match[str], line: int, held: list[str], closed: bool = True) -> Fence:
    info = opened["info"]
    title = TITLE.search(info)
    language = LANGUAGE.match(info)
    name = language["language"] if language else ""
    return Fence(line, name, title["title"] if title else "", "\n".join(held), closed)
