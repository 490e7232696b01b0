"""The strip of releases on a change page: what the recorded runs of Before and After gave on each release."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

#: What a status says in one word on the strip.
WORDS = {
    "ok": "works",
    "differs": "differs",
    "warns": "warns",
    "fails": "fails",
    "check": "check",
    "": "not run",
}


@dataclass(frozen=True)
class Segment:
    """Neighboring releases on which a sample gave the same status. `status` is "" where it was not run."""

    status: str
    releases: tuple[str, ...]

    @property
    def word(self) -> str:
        """The status in a word: `works`, `not run`."""
        return WORDS[self.status]

    @property
    def span(self) -> str:
        """`2.2 to 4.0`."""
        return span(self.releases)


@dataclass(frozen=True)
class Run:
    """One recorded result, and the releases that share it. `texts` are what to show, each with its label."""

    role: str
    status: str
    releases: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]

    @property
    def word(self) -> str:
        """The status in a word."""
        return WORDS[self.status]


def span(releases: Sequence[str]) -> str:
    """`4.1`, `4.1 and 4.2`, `2.2 to 4.0`."""
    if len(releases) < 3:
        return " and ".join(releases)
    return f"{releases[0]} to {releases[-1]}"


def spans(releases: Iterable[str], order: Sequence[str]) -> str:
    """Releases as runs of neighbors: `2.2 to 4.0, 4.2`."""
    wanted = set(releases)
    runs: list[list[str]] = [[]]
    for release in order:
        if release in wanted:
            runs[-1].append(release)
        elif runs[-1]:
            runs.append([])
    return ", ".join(span(run) for run in runs if run)


def shown(role: str, results: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The results with `differs` for `ok` where the output is another one than the reader counts on.

    That is what the oldest release prints for Before, and what the newest prints for After.
    """
    usual = results[0 if role == "Before" else -1].get("output")
    return [
        {**row, "status": "differs"} if row["status"] == "ok" and row.get("output") != usual else row
        for row in results
    ]


def segments(results: Iterable[dict[str, Any]], order: Sequence[str]) -> list[Segment]:
    """The statuses of one sample along all releases, equal neighbors together."""
    status = {release: str(row["status"]) for row in results for release in row["releases"]}
    found: list[Segment] = []
    for release in order:
        state = status.get(release, "")
        if found and found[-1].status == state:
            found[-1] = Segment(state, (*found[-1].releases, release))
        else:
            found.append(Segment(state, (release,)))
    return found


def runs(role: str, results: Iterable[dict[str, Any]]) -> list[Run]:
    """What was recorded for one sample, in order of the first release of each result."""
    return [Run(role, str(row["status"]), tuple(row["releases"]), tuple(_texts(row))) for row in results]


def _texts(row: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for message in row.get("messages", ()):
        yield message["category"], message["text"]
    if error := row.get("error"):
        yield error["type"], error["text"]
    if output := row.get("output"):
        yield "Output", output.rstrip("\n")
    if sql := row.get("sql"):
        yield "SQL", "\n".join(sql)
