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


#: Characters of a result that fit into the cell of one release beside the mark's symbol, and on a phone.
ROOM, NARROW_ROOM = 9, 3


@dataclass(frozen=True)
class Segment:
    """Neighboring releases on which a sample did the same. `mark` is a key of MARKS; `result`: what it printed,
    where the row has several results.
    """

    mark: str
    releases: tuple[str, ...]
    result: str = ""

    @property
    def word(self) -> str:
        """The mark in a word: `works`, `not run`."""
        return MARKS[self.mark].label

    @property
    def shown(self) -> str:
        """The result where it fits, or else the word."""
        fits = self.result and "\n" not in self.result and len(self.result) <= ROOM * len(self.releases)
        return self.result if fits else self.word

    @property
    def is_short(self) -> bool:
        """Whether what is shown fits on a phone, too."""
        return len(self.shown) <= NARROW_ROOM * len(self.releases)


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
    def printed(self) -> str:
        """What it printed; empty where a warning or an error says more."""
        return dict(self.texts).get("Output", "") if self.mark in ("ok", "differs") else ""

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
    on: what the oldest release where it runs prints for Before, what the newest one prints for After.
    """
    ran = [result.output for result in results if not result.failed] or [""]
    usual = ran[0 if role == "Before" else -1]
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
    """The marks of one sample along all releases, equal neighbors together, with the result where there are several."""
    runs = list(marked)
    several = len({run.printed for run in runs if run.mark in ("ok", "differs")}) > 1
    marks = {release: (run.mark, run.printed if several else "") for run in runs for release in run.releases}
    found: list[Segment] = []
    for release in order:
        mark, result = marks.get(release, ("", ""))
        if found and (found[-1].mark, found[-1].result) == (mark, result):
            found[-1] = Segment(mark, (*found[-1].releases, release), result)
        else:
            found.append(Segment(mark, (release,), result))
    return found
