"""How much of Django's changes has a page here, for the page about this site."""

from collections import Counter

from atlas.decide.coverage import coverage
from atlas.records.library import Library
from atlas.words.spans import in_words
from atlas.words.vocabulary import KINDS
from macros.build.here import Here
from macros.build.render import render


def covered(here: Here) -> str:
    """What is covered, in numbers, and how it is proved."""
    library = here.build.library
    rows = [coverage(library, name) for name in library.facts.releases]
    releases = list(library.facts.releases)
    return render(
        "pages/covered.jinja",
        here=here,
        totals=Counter(change.kind for change in library.changes),
        covered=sum(one.accounted for one in rows),
        units=sum(one.total for one in rows),
        unnoted=sum(one.unnoted for one in rows),
        complete=complete(library),
        begun=begun(library),
        oldest=releases[0],
        newest=releases[-1],
        kinds=KINDS,
    )


def complete(library: Library) -> str:
    """The releases whose official notes are covered in full, in words: `Django 3.0 to 4.1 and 5.0`. Empty if none."""
    done = [name for name in library.facts.releases if not coverage(library, name).open]
    return f"Django {in_words(done, library.facts.releases)}" if done else ""


def begun(library: Library) -> str:
    """The releases whose official notes are covered in part, in words: `2.2 and 6.1`. Empty if none."""
    order = library.facts.releases
    part = [name for name in order if coverage(library, name).accounted and coverage(library, name).open]
    return in_words(part, order)
