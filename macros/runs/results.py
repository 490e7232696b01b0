"""The strip of releases on a change page: what the recorded runs of a sample gave on each release."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atlas.facts.proofs import STATUSES, Result, first_line
from atlas.words.vocabulary import Term

#: Marks of the strip. All but two are the statuses of recorded runs, in the words of atlas.facts.proofs.
MARKS = {
    "ok": Term("works", STATUSES["ok"]),
    "differs": Term(
        "differs", "It ran without a warning, and the result is another one: read the exact results."
    ),
    "warns": Term("warns", STATUSES["warns"]),
    "check": Term("check", STATUSES["check"]),
    "fails": Term("fails", STATUSES["fails"]),
    "": Term("not run", "No run is recorded: the sample needs something that this release does not have."),
}


@dataclass(frozen=True)
class Segment:
    """Neighboring releases on which a sample did the same. `mark` is a key of MARKS."""

    mark: str
    releases: tuple[str, ...]

    @property
    def word(self) -> str:
        """The mark in a word: `works`, `not run`."""
        return MARKS[self.mark].label


@dataclass(frozen=True)
class Run:
    """One recorded result with its mark. `texts` are what to show, each with its label."""

    role: str
    mark: str
    releases: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]

    @property
    def word(self) -> str:
        """The mark in a word."""
        return MARKS[self.mark].label

    @property
    def gist(self) -> str:
        """The class of the first warning or error, or else the first line of the output."""
        if not self.texts:
            return ""
        label, text = self.texts[0]
        return first_line(text, 60) if label == "Output" else label


def runs(role: str, results: Sequence[Result]) -> list[Run]:
    """The recorded results of one sample, marked.

    A result without warning or error is `differs` where its output is not the one that the reader counts
    on: what the oldest release prints for Before, what the newest prints for After.
    """
    usual = results[0 if role == "Before" else -1].output if results else ""
    return [Run(role, _mark(result, usual), result.releases, tuple(_texts(result))) for result in results]


def _mark(result: Result, usual: str) -> str:
    if result.failed:
        return "fails"
    return "differs" if result.status == "ok" and result.output != usual else result.status


def _texts(result: Result) -> Iterable[tuple[str, str]]:
    for message in result.messages:
        yield message.category, message.text
    if result.error:
        yield result.error.type, result.error.text
    if result.output:
        yield "Output", result.output.rstrip("\n")
    if result.sql:
        yield "SQL", "\n".join(result.sql)


def segments(marked: Iterable[Run], order: Sequence[str]) -> list[Segment]:
    """The marks of one sample along all releases, equal neighbors together."""
    marks = {release: run.mark for run in marked for release in run.releases}
    found: list[Segment] = []
    for release in order:
        mark = marks.get(release, "")
        if found and found[-1].mark == mark:
            found[-1] = Segment(mark, (*found[-1].releases, release))
        else:
            found.append(Segment(mark, (release,)))
    return found
