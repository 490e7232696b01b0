"""A Markdown page as its author wrote it: front matter with line numbers, headings, fences."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from atlas.words.problems import Problem

FENCE = re.compile(r"^(?P<indent> *)(?P<marks>`{3,}|~{3,})(?P<info>.*)$")
TITLE = re.compile(r'\btitle="(?P<title>[^"]*)"')
LANGUAGE = re.compile(r"^\s*\{?\s*\.?(?P<language>[A-Za-z0-9+_-]*)")
HEADING = re.compile(r"^(?P<marks>#{1,6})\s+(?P<text>.*?)(?:\s+\{[^}]*\})?\s*#*$")


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, its title, its text (dedented), and the line of the opening fence."""

    line: int
    language: str
    title: str
    text: str


@dataclass(frozen=True)
class Heading:
    """A Markdown heading and its line."""

    line: int
    level: int
    text: str


@dataclass(frozen=True)
class Page:
    """One file under `docs/`. `lines` maps each front-matter key (dotted for nested ones) to its line."""

    path: Path
    meta: dict[str, Any]
    lines: dict[str, int]
    body: str
    body_line: int
    problems: tuple[Problem, ...] = field(default=())

    def line_of(self, *keys: object) -> int:
        """The line of a front-matter key, or of the nearest key around it; 1 where there is none."""
        names = [str(key) for key in keys]
        while names:
            if (line := self.lines.get(".".join(names))) is not None:
                return line
            names.pop()
        return 1

    def forget(self) -> None:
        """Let go of headings, fences and prose, which double the text; who asks again has them read again."""
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
    text = path.read_text(encoding="utf-8")
    front, body, body_line = _split(text)
    meta, lines, problems = _front_matter(front, shown)
    return Page(shown, meta, lines, body, body_line, tuple(problems))


def _split(text: str) -> tuple[str, str, int]:
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return "", text, 1
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return "\n".join(lines[1:]), "", len(lines)


def _front_matter(front: str, path: Path) -> tuple[dict[str, Any], dict[str, int], list[Problem]]:
    # The base loader leaves every value the text it is: `5.10` stays 5.10, `1e234567` stays a hash.
    try:
        node = yaml.compose(front, Loader=yaml.CBaseLoader)
        meta = (node and yaml.constructor.BaseConstructor().construct_document(node)) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        reason = getattr(error, "problem", None) or str(error)
        remedy = 'put text that holds ": ", "#", a bracket or a quote inside quotation marks'
        return {}, {}, [Problem(path, line, "front matter", f"not valid YAML ({reason})", remedy)]
    if not isinstance(meta, dict):
        return (
            {},
            {},
            [Problem(path, 1, "front matter", f"found {type(meta).__name__}, expected `key: value` lines")],
        )
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    _walk(node, "", lines, problems, path)
    return meta, lines, problems


def _walk(node: Any, prefix: str, lines: dict[str, int], problems: list[Problem], path: Path) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = f"{prefix}{key.value}"
            line = key.start_mark.line + 2
            if name in lines:
                problems.append(
                    Problem(path, line, name, "stands twice in the front matter", "keep one of them")
                )
            lines[name] = line
            _walk(value, f"{name}.", lines, problems, path)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[f"{prefix}{index}"] = item.start_mark.line + 2
            _walk(item, f"{prefix}{index}.", lines, problems, path)


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
        fences.append(_fence(opened, start, held))
    return Structure(headings, fences, prose)


def _fence(opened: re.Match[str], line: int, held: list[str]) -> Fence:
    info = opened["info"]
    title = TITLE.search(info)
    language = LANGUAGE.match(info)
    return Fence(
        line, language["language"] if language else "", title["title"] if title else "", "\n".join(held)
    )
