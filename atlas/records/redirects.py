"""What moved: `redirects.yml`, from addresses of before to those of now.

    /releases/4.1/old-name/: /releases/4.1/new-name/
    /releases/4.1/same-name/#old-heading: /releases/4.1/same-name/#new-heading

A page's redirect carries its anchors along; only those that the new page does not have need a line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from atlas.words.problems import Problem

NAME = "redirects.yml"
ADDRESS = re.compile(r"/(?:[\w.-]+/)*(?:#[^\s#]+)?")
#: A longer way than this goes round in a circle.
LONGEST_CHAIN = 20


@dataclass(frozen=True)
class Redirects:
    """`moved`: address of before to that of now; `lines`: where each stands in the file."""

    moved: Mapping[str, str]
    lines: Mapping[str, int] = field(default_factory=dict)

    def resolve(self, address: str) -> str:
        """Where an address leads to now, over as many redirects as it takes; itself if nothing moved."""
        for _ in range(LONGEST_CHAIN):
            page, hash_sign, anchor = address.partition("#")
            if address in self.moved:
                address = self.moved[address]
            elif page in self.moved:
                address = self.moved[page].partition("#")[0] + hash_sign + anchor
            else:
                return address
        raise RecursionError(address)

    @property
    def pages(self) -> dict[str, str]:
        """Pages that moved, to where they are now."""
        return {old: self.resolve(old) for old in self.moved if "#" not in old}

    def anchors_of(self, page: str) -> dict[str, str]:
        """Anchors that once stood on a page, to the addresses that they lead to now."""
        start = f"{page}#"
        return {old.removeprefix(start): self.resolve(old) for old in self.moved if old.startswith(start)}


def load(root: Path) -> tuple[Redirects, list[Problem]]:
    """Read `redirects.yml`; a project without one has none. Problems: one for each line that cannot be right."""
    try:
        node = yaml.compose((root / NAME).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except FileNotFoundError:
        return Redirects({}), []
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return Redirects({}), [
            _problem(mark.line + 1 if mark else 0, "not valid YAML", "write `old: new` lines")
        ]
    if node is not None and not isinstance(node, yaml.MappingNode):
        return Redirects({}), [_problem(1, "found no `old: new` lines", "write one line for each redirect")]
    pairs = node.value if node else []
    rows = [(str(key.value), str(value.value), key.start_mark.line + 1) for key, value in pairs]
    redirects = Redirects(
        {old: new for old, new, _ in reversed(rows)}, {old: line for old, _, line in reversed(rows)}
    )
    return redirects, [*_malformed(rows), *_repeated(rows, redirects), *_circles(redirects)]


def _problem(line: int, message: str, remedy: str) -> Problem:
    return Problem(Path(NAME), line, "redirects", message, remedy)


def _malformed(rows: list[tuple[str, str, int]]) -> list[Problem]:
    remedy = "write it as /releases/4.1/x/ or /releases/4.1/x/#steps"
    return [
        _problem(line, f"found {one!r}, expected an address", remedy)
        for old, new, line in rows
        for one in (old, new)
        if not ADDRESS.fullmatch(one)
    ]


def _repeated(rows: list[tuple[str, str, int]], redirects: Redirects) -> list[Problem]:
    return [
        _problem(line, f"{old} stands twice", "keep one of the lines")
        for old, _, line in rows
        if redirects.lines[old] != line
    ]


def _circles(redirects: Redirects) -> list[Problem]:
    problems = []
    for old, line in redirects.lines.items():
        try:
            redirects.resolve(old)
        except RecursionError:
            problems.append(_problem(line, f"{old} leads back to itself", "end with a page that is there"))
    return problems
