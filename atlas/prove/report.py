"""What a run shows its author: a bar while it runs, then what happened, release by release."""

import sys
import threading
from collections.abc import Sequence
from typing import TextIO

from atlas.facts.proofs import PageProof, Result
from atlas.words.vocabulary import ROLES

WIDTH = 30


class Bar:
    """A progress bar over `total` runs on a terminal; elsewhere a line at each tenth."""

    def __init__(self, total: int, stream: TextIO = sys.stderr) -> None:
        self.total, self.stream, self.done, self.tenth = total, stream, 0, 0
        self.lock = threading.Lock()

    def step(self, release: str) -> None:
        """One sample was run on a release."""
        with self.lock:
            self.done += 1
            share = self.done / self.total
            bar = "█" * round(WIDTH * share)
            line = f"{bar:·<{WIDTH}} {self.done}/{self.total} runs, Django {release}"
            if self.stream.isatty():
                self.stream.write(f"\r{line:<70}" + ("\n" if self.done >= self.total else ""))
            elif int(share * 10) > self.tenth:
                self.tenth = int(share * 10)
                self.stream.write(line + "\n")
            self.stream.flush()


def table(rows: Sequence[tuple[str, PageProof, bool]], releases: Sequence[str]) -> str:
    """rows: pages by id. A line for each sample with a word for each release, and whether the page's claim holds."""
    longest = max((len(page) for page, _, _ in rows), default=0)
    head = " " * (longest + 9) + "".join(f"{release:<6}" for release in releases)
    lines = [head.rstrip()]
    for page, proof, holds in rows:
        for role in ROLES:
            if role in proof.samples:
                ran = proof.samples[role].by_release
                words = "".join(f"{_word(ran.get(release)):<6}" for release in releases)
                name = page if role == next(iter(proof.samples)) else ""
                verdict = "" if not name else "holds" if holds else "BROKEN"
                lines.append(f"{name:<{longest}}  {role:<7}{words}{verdict}".rstrip())
    return "\n".join(lines)


def details(page: str, proof: PageProof) -> str:
    """All that was recorded of one page, by its id, in words."""
    lines = []
    for role, sample in proof.samples.items():
        lines.append(f"{page} {role}")
        for result in sample.results:
            lines.append(f"  {', '.join(result.releases)}: {result.status}")
            lines += [f"    {line}" for line in _told(result)]
    if proof.fixer:
        names = ", ".join(proof.fixer.fixers)
        lines.append(f"{page} django-upgrade {proof.fixer.target} {names}: {proof.fixer.verdict}")
        if proof.fixer.verdict == "partial":
            lines += [f"    {line}" for line in proof.fixer.text.splitlines()]
    if proof.statements:
        wrong = sum(bool(statement.wrong) for statement in proof.statements.values())
        lines.append(f"{page} statements: {len(proof.statements) - wrong} as they say, {wrong} not")
    return "\n".join(lines)


def _told(result: Result) -> list[str]:
    lines = [f"| {line}" for line in result.output.splitlines()]
    lines += [f"{message.category}: {message.text}" for message in result.messages]
    if result.error:
        lines.append(f"{result.error.type}: {result.error.text}")
    return [part for line in [*lines, *(f"SQL {sql}" for sql in result.sql)] for part in line.splitlines()]


def _word(result: Result | None) -> str:
    return result.status if result else "—"
