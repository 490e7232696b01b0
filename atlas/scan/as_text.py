"""The report as text, for somebody who has to mend a build today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from atlas.scan.engine import Hit
from atlas.scan.imports import is_dying
from atlas.scan.report import Report, when
from atlas.scan.rules import Concerned
from atlas.words.versions import sort_key
from atlas.words.vocabulary import SEVERITIES

#: A change and its places.
Row = tuple[Concerned, tuple[Hit, ...]]
#: Places shown of one change in one file; the rest are counted.
SHOWN = 5
WIDTH = 110


def lines(report: Report, seconds: float) -> Iterator[str]:
    """The lines of the report. seconds: how long the scan took."""
    files, changes = report.result.files, len(report.found) + len(report.absent)
    yield (
        f"Django {report.start} to {report.end}: {_count(files, 'file')} in {shown(report.folder)} checked against"
        f" {_count(changes, 'change')} in {seconds:.1f} s."
    )
    for heading, tiers in _sections(report):
        rows = [row for _, some in tiers for row in some]
        yield ""
        yield f"{heading}: {_met(rows)}"
        for label, some in tiers:
            yield from ("", label) if label else ()
            for change, hits in some:
                yield ""
                yield from _change(report, change)
                yield from _places(report, hits)
    yield from _unseen(report)
    yield from _unread(report)
    yield ""
    yield _verdict(report)


def _sections(report: Report) -> Iterator[tuple[str, list[tuple[str, list[Row]]]]]:
    """What breaks, hop by hop, each in tiers, worst first; then what can wait, in one."""
    for old, new in zip(report.releases, report.releases[1:]):
        rows = [row for row in report.found if row[0]["state"] == "breaks" and row[0]["necessary_by"] == new]
        tiers = [
            (term.label, [row for row in rows if _tier(row[0]) == key]) for key, term in SEVERITIES.items()
        ]
        if rows:
            yield f"{old} TO {new}", [(label, some) for label, some in tiers if some]
    waiting = [row for row in report.found if row[0]["state"] == "pending"]
    if waiting:
        yield f"STILL WORKS ON {report.end}, CAN BE FIXED NOW", [("", waiting)]


def _tier(change: Concerned) -> str:
    """A key of SEVERITIES. What nobody rated counts as the worst, as a name that cannot be imported does."""
    return change.get("severity", next(iter(SEVERITIES)))


def _met(rows: list[Row]) -> str:
    return f"{_count(len(rows), 'change')}, {_count(sum(len(hits) for _, hits in rows), 'place')}"


def _change(report: Report, change: Concerned) -> Iterator[str]:
    if is_dying(change):
        yield from (f"{change['id']}: {change['title']}", f"  {report.url(change)}")
        return
    yield _title(change)
    early = sort_key(change["fixable_from"]) <= sort_key(report.start)
    fix = f"can be fixed on {report.start} already" if early else f"new code needs {change['fixable_from']}"
    fixer = change.get("fixer", "manual")
    how = "by hand" if fixer == "manual" else f"django-upgrade's fixer {fixer} helps"
    yield f"  {when(change, report.end)}; {fix}, {how}"
    yield f"  {report.url(change)}"


def _title(change: Concerned) -> str:
    """With the id, by which comments, `--only` and `explain` name a change."""
    return f"{change['id']}: {change['title']} [{change['impact']} impact]"


def _places(report: Report, hits: tuple[Hit, ...]) -> Iterator[str]:
    for path, group in groupby(hits, key=lambda hit: hit.path):
        by_line = [list(same) for _, same in groupby(group, key=lambda hit: hit.line)]
        for same in by_line[:SHOWN]:
            yield f"    {shown(path)}:{same[0].line}:{same[0].column}: {_short(shown(same[0].source))}"
            fates = dict.fromkeys(report.fate(hit) for hit in same)
            yield from (f"      {' '.join(filter(None, words))}" for words in fates if any(words))
        if len(by_line) > SHOWN:
            more = ", ".join(str(same[0].line) for same in by_line[SHOWN : SHOWN + 12])
            dots = ", …" if len(by_line) > SHOWN + 12 else ""
            yield f"    {shown(path)}: {_count(len(by_line) - SHOWN, 'more line')}: {more}{dots}"


def _unseen(report: Report) -> Iterator[str]:
    if not report.by_hand:
        return
    yield ""
    yield f"CHECK BY HAND: {_count(len(report.by_hand), 'change')} that no rule can see"
    for change in report.by_hand:
        yield ""
        yield _title(change)
        yield f"  {when(change, report.end)}"
        if "undetectable" in change:
            yield f"  no rule: {change['undetectable']}"
        yield f"  {report.url(change)}"


def _unread(report: Report) -> Iterator[str]:
    unread = report.result.unread
    if unread:
        yield ""
        yield f"NOT READ: {_count(len(unread), 'file')}, in which nothing could be looked for"
        for item in unread:
            yield f"    {shown(item.path)}: {shown(item.reason)}"


def _verdict(report: Report) -> str:
    places = sum(len(hits) for _, hits in report.found)
    tiers = Counter("can wait" if one["state"] == "pending" else _tier(one) for one, _ in report.found)
    labels = {**{key: term.label.lower() for key, term in SEVERITIES.items()}, "can wait": "can wait"}
    told = ", ".join(f"{labels[key]}: {tiers[key]}" for key in labels if tiers[key])
    found = (
        f"{_count(len(report.found), 'change')} met in {_count(places, 'place')} ({told})"
        if places
        else "Nothing found"
    )
    hand = f", {len(report.by_hand)} to check by hand" if report.by_hand else ""
    left_out = [
        f" {number:,} {where}."
        for number, where in (
            (report.known, "known from the baseline"),
            (report.ignored, "ignored by comments in the code"),
        )
        if number
    ]
    return (
        f"{found}{hand}.{''.join(left_out)} Rules read code and do not run it: what other packages do,"
        " and names put together at run time, they do not see."
    )


def shown(text: str) -> str:
    """A text of the project in one line, with an escape for every character that steers a terminal or hides."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text.replace("\t", " ")
    )


def _short(text: str) -> str:
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
