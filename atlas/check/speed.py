"""Every expression of a rule reads a hostile text in a time that grows with the text alone.

Part of `make check`. A project's files are not ours to choose, and the page scans them in somebody's browser: one long
line must not hang it. Both engines step back through an expression in the same way, so that what is slow in the one is
slow in the other.
"""

from collections.abc import Iterable, Iterator

from atlas.check.growth import LARGEST, slow, widest
from atlas.records.change import Change
from atlas.words.problems import Problem

REMEDY = "begin with what the repeat cannot hold (`\\b\\w+`, `^[ \\t]*`), or give it a bound: `{0,400}` in place of `*`"


def check(changes: Iterable[Change]) -> list[Problem]:
    """Problems of all changes: expressions that a long text makes slow."""
    return sorted(problem for change in changes for problem in check_change(change))


def check_change(change: Change) -> Iterator[Problem]:
    """Problems of one change."""
    for field in ("detect", "only_with"):
        for number, rule in enumerate(getattr(change, field)):
            for expression in (rule.value,) if rule.value else rule.pattern:
                if fault := _fault(expression, whole=bool(rule.value)):
                    line = change.page.line_of(field, number)
                    yield Problem(change.page.path, line, field, *fault)


def _fault(expression: str, whole: bool) -> tuple[str, str] | None:
    """What is slow about an expression, and the remedy."""
    if found := slow(expression, whole=whole):
        return (
            f"{expression!r} takes four times as long on twice the text, such as {found.text!r} again and again",
            REMEDY,
        )
    if (most := widest(expression)) > LARGEST:
        return (
            f"{expression!r} has repeats in repeats that read up to {most:,} pieces from one place,"
            f" expected at most {LARGEST:,}",
            "give the inner or the outer repeat a smaller bound",
        )
    return None
