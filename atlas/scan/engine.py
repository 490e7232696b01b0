"""Files against rules: hits with file, line and column."""

import ast
import gc
import warnings
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from atlas.scan import match_python, match_settings, match_templates
from atlas.scan.index import Index, Ref, index_of
from atlas.scan.processes import PORTION, dealt
from atlas.scan.python import read
from atlas.scan.python.comments import outside_comments
from atlas.scan.python.guards import runs_on
from atlas.scan.python.lines import Lines
from atlas.scan.rules import Ruled
from atlas.scan.source import File, Unread, kind_of, text_of, walk
from atlas.scan.tables import DEFAULT, Tables
from atlas.scan.words import Words


class Hit(NamedTuple):
    """A rule of a change, met in a file. Line and column count from 1, in characters; `rule` from 0."""

    path: str
    line: int
    column: int
    change: str
    rule: int
    what: str
    source: str


@dataclass
class Result:
    """All hits in order of place, the number of files looked at, and those that could not be read."""

    hits: list[Hit] = field(default_factory=list)
    files: int = 0
    unread: list[Unread] = field(default_factory=list)


@dataclass
class Found:
    """What some files gave, and what is to be known of all of them before the result is whole."""

    result: Result = field(default_factory=Result)
    #: Settings that some file assigns, of those that `unset` rules ask for.
    assigned: set[str] = field(default_factory=set)
    #: Settings modules: path, where `INSTALLED_APPS` is assigned, the line of code.
    settings: list[tuple[str, tuple[int, int], str]] = field(default_factory=list)
    #: Changes of which a rule under `only_with` has found something.
    counting: set[str] = field(default_factory=set)

    def add(self, other: "Found") -> None:
        """Add what other files gave."""
        self.result.hits += other.result.hits
        self.result.files += other.result.files
        self.result.unread += other.result.unread
        self.assigned |= other.assigned
        self.settings += other.settings
        self.counting |= other.counting


def scan_folder(
    folder: Path,
    changes: Sequence[Ruled],
    tables: Tables = DEFAULT,
    told: Callable[[int, int], None] = lambda done, of: None,
) -> Result:
    """Scan a project. told: called with how many files are done, of how many, again and again."""
    scan = _Scan(index_of(changes, tables))
    files = list(walk(folder, scan.index.globs, scan.found.result.unread, tables))
    done = 0
    for found in dealt(files, _reader, (changes, tables)):
        scan.found.add(found)
        done = min(done + PORTION, len(files))
        told(done, len(files))
    return scan.finished()


def _reader(changes: Sequence[Ruled], tables: Tables) -> Callable[[Sequence[File]], Found]:
    """What reads and scans files."""
    index = index_of(changes, tables)

    def read_all(files: Sequence[File]) -> Found:
        scan = _Scan(index)
        with _uncollected():
            for file in files:
                scan.read(file)
        return scan.found

    return read_all


def scan_texts(
    files: Iterable[tuple[str, str]], changes: Sequence[Ruled], tables: Tables = DEFAULT
) -> Result:
    """Scan texts at hand. files: path and text; a path that no rule asks for is passed over."""
    scan = _Scan(index_of(changes, tables))
    with _uncollected():
        for shown, text in files:
            kind = kind_of(shown, scan.index.globs, tables)
            if kind:
                scan.add(shown, kind, text)
    return scan.finished()


class _Scan:
    def __init__(self, index: Index) -> None:
        self.index = index
        self.tables = index.tables
        self.found = Found()

    def read(self, file: File) -> None:
        """Read and scan a file."""
        text, reason = text_of(file.path, self.tables)
        if reason:
            self.found.result.unread.append(Unread(file.shown, reason))
        else:
            self.add(file.shown, file.kind, text)

    def add(self, shown: str, kind: str, text: str) -> None:
        """Scan one file."""
        self.found.result.files += 1
        words = Words(text, self.tables)
        patterns = [one for one in self.index.patterns_for(shown, kind) if words.meet(one.needs)]
        if kind == "template":
            if patterns or self.index.concerns(words):
                self._template(shown, text, match_templates.match(self.index, text, patterns))
            return
        by_pattern = list(match_templates.by_pattern(patterns, text, self.tables))
        if by_pattern and kind == "python":
            by_pattern = outside_comments(by_pattern, text)
        self._template(shown, text, by_pattern)
        if kind == "python" and self.index.concerns_python(words):
            self._python(shown, text)
            gc.collect(0)  # of this file alone: its classes and their scopes know each other

    def _template(self, shown: str, text: str, found: Iterable[tuple[Ref, int, str]]) -> None:
        """Keep what was found at offsets in a text."""
        starts: list[int] = []
        for ref, offset, what in found:
            starts = starts or [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
            line = bisect_right(starts, offset)
            source = text[starts[line - 1] : starts[line] - 1]
            self._hit(shown, (line, offset - starts[line - 1] + 1), source, ref, what)

    def _python(self, shown: str, text: str) -> None:
        """Keep what is found in a Python file, or say why it cannot be read."""
        lines = Lines(text.split("\n"))
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                facts = read(ast.parse(text), lines, self.tables)
        except SyntaxError as error:
            self.found.result.unread.append(
                Unread(shown, self.tables.reason("invalid", line=error.lineno, why=error.msg))
            )
            return
        except (ValueError, RecursionError, MemoryError) as error:
            self.found.result.unread.append(
                Unread(shown, self.tables.reason("unparsed", why=type(error).__name__))
            )
            return
        names, at = match_settings.assigned(self.index, facts)
        self.found.assigned |= names
        if at:
            self.found.settings.append((shown, lines.place(at), lines.line(at[0])))
        for item in match_python.match(self.index, facts):
            if not item.when or runs_on(item.when, self.index.release(item.ref)):
                self._hit(shown, lines.place(item.at), lines.line(item.at[0]), item.ref, item.what)

    def _hit(self, shown: str, place: tuple[int, int], source: str, ref: Ref, what: str) -> None:
        change = self.index.changes[ref.change]
        if change.get("exclude") in shown.split("/")[:-1]:
            return
        if self.index.is_condition(ref):
            self.found.counting.add(change["id"])
            return
        line = excerpt(source, place[1], self.tables.longest_line)
        self.found.result.hits.append(Hit(shown, *place, change["id"], ref.rule, what, line))

    def finished(self) -> Result:
        """The result, with what only all files together tell: settings that no file assigns, and which hits count."""
        for name, refs in self.index.named["unset"].items():
            for shown, place, source in self.found.settings if name not in self.found.assigned else ():
                for ref in refs:
                    self._hit(shown, place, source, ref, self.tables.found("unset", name))
        limited = {change["id"] for change in self.index.changes if change.get("only_with")}
        left_out = limited - self.found.counting
        self.found.result.hits = sorted({hit for hit in self.found.result.hits if hit.change not in left_out})
        self.found.result.unread.sort()
        return self.found.result


def excerpt(line: str, column: int, longest: int) -> str:
    """A line of code without its indentation or, of a very long one, the part around a column."""
    if len(line) <= longest:
        return line.strip()
    start = max(0, column - 1 - longest // 4)
    part = line[start : start + longest].strip()
    return f"{'…' if start else ''}{part}{'…' if start + longest < len(line) else ''}"


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which visits every node of a syntax tree, and all rules, again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
