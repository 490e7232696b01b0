"""What titles and summaries of changes may not say, so that lists of them read alike."""

import re
from collections.abc import Iterator
from typing import Final

from atlas.records.change import Change
from atlas.records.library import Library
from atlas.words.problems import Problem
from atlas.words.versions import VERSION

#: Words before a number that make it a release of Django and no other product's: "in 4.1", "since Django 4.1".
BEFORE: Final = r"\b(?:in|since|from|as of|until|before|with|on)\s+(?:Django\s+)?"
END: Final = r"(?![\d.]*\d|\s*%)"
#: The end of a sentence, and the beginning of another.
TWO_SENTENCES = re.compile(r"[.!?]['\"`)]*\s+['\"`({%\s]*[A-Z]")


def check(library: Library) -> Iterator[Problem]:
    """Problems of the titles and summaries of all changes."""
    for change in library.changes:
        yield from _title(change, {*library.facts.releases, *library.facts.support.planned})
        yield from _summary(change)


def _title(change: Change, releases: set[str]) -> Iterator[Problem]:
    own = re.escape(change.release)
    pattern = rf"(?:{BEFORE}(?P<release>{VERSION})|\bDjango\s+(?P<own>{own})){END}"
    for found in re.finditer(pattern, change.title, re.I):
        if found["own"] or found["release"] in releases or found["release"].startswith(f"{change.release}."):
            message = f"found '{found[0].strip()}', expected no release"
            yield _at(
                change, "title", message, "say what is different: the page names its release beside the title"
            )
    if change.title.endswith((".", "!")):
        yield _at(
            change, "title", f"found '{change.title[-1]}' at its end", "a title is no sentence: take it out"
        )


def _summary(change: Change) -> Iterator[Problem]:
    if found := TWO_SENTENCES.search(change.summary):
        first = _last_words(change.summary[: found.start() + 1])
        message = f"found two sentences, expected one: the first is '…{first}'"
        yield _at(change, "summary", message, "say one thing, and the rest on the page")
    elif not change.summary.endswith((".", "!", "?")):
        message = f"found '…{_last_words(change.summary)}' at its end"
        yield _at(change, "summary", message, "end it with a full stop")


def _last_words(text: str) -> str:
    return " ".join(text.split()[-2:])


def _at(change: Change, field: str, message: str, remedy: str) -> Problem:
    return Problem(change.page.path, change.page.line_of(field), field, message, remedy)
