"""What moved: `redirects.yml`, from addresses of before to those of now.

    /releases/4.1/old-name/: /releases/4.1/new-name/
    /releases/4.1/same-name/#old-heading: /releases/4.1/same-name/#new-heading

A page's redirect carries its anchors along; only those that the new page does not have need a line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from atlas.words.problems import Problem, RecordsBroken
from atlas.words.texts import faults, read_text
from atlas.words.yaml_lines import read_yaml

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
    if not (root / NAME).exists():
        return Redirects({}), []
    try:
        text = read_text(root / NAME, Path(NAME))
    except RecordsBroken as broken:
        return Redirects({}), broken.problems
    found = read_yaml(text, Path(NAME))
    rows = found.value or {}
    if found.problems or not isinstance(rows, dict):
        missing = _problem(1, "found no `old: new` lines", "write one line for each redirect")
        return Redirects({}), [*found.problems] or [missing]
    redirects = Redirects({old: str(new) for old, new in rows.items()}, found.lines)
    return redirects, [*faults(text, Path(NAME)), *_malformed(redirects), *_circles(redirects)]


def _problem(line: int, message: str, remedy: str) -> Problem:
    return Problem(Path(NAME), line, "redirects", message, remedy)


def _malformed(redirects: Redirects) -> list[Problem]:
    remedy = "write it as /releases/4.1/x/ or /releases/4.1/x/#steps"
    return [
        _problem(redirects.lines[old], f"found {one!r}, expected an address", remedy)
        for old, new in redirects.moved.items()
        for one in (old, new)
        if not ADDRESS.fullmatch(one)
    ]


def _circles(redirects: Redirects) -> list[Problem]:
    problems = []
    for old in redirects.moved:
        try:
            redirects.resolve(old)
        except RecursionError:
            problems.append(
                _problem(redirects.lines[old], f"{old} leads back to itself", "end with a page that is there")
            )
    return problems
