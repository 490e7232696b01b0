"""The front page: where am I, where can I go."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from atlas.decide.banner import destinations
from atlas.decide.coverage import coverage
from atlas.decide.freshness import freshness, stages_of
from atlas.decide.security import disclosed_after
from atlas.decide.stages import Stage, stages
from atlas.decide.support import Window, move_to
from atlas.facts.addresses import notes_url
from atlas.facts.django import Facts
from atlas.records.library import Library
from atlas.words.dates import When, day
from atlas.words.spans import in_words
from atlas.words.vocabulary import KINDS, STATUSES
from macros.build.here import Here
from macros.build.render import render
from macros.pictures.figures import support_picture

#: The releases that the site is about before all others.
CENTER = ("3.2", "4.1")
#: How many days of security releases the page lists.
SECURITY_DAYS = 3


@dataclass(frozen=True)
class Card:
    """One release at a glance. later: CVEs made public after its last security fixes. moves: where to go on any day."""

    window: Window
    newest: str
    notes: str
    counts: tuple[tuple[str, int], ...]
    later: int
    move_to: str
    moves: list[Stage[str]]
    has_page: bool


@dataclass(frozen=True)
class SecurityDay:
    """The patch releases of one day, as (version, URL of its notes), and the CVEs that they fix."""

    when: When
    patches: tuple[tuple[str, str], ...]
    cves: tuple[str, ...]


def article(here: Here, content: str) -> str:
    """The article of the front page. `content`: the author's text as HTML, drawn at the end."""
    library, known, today = here.build.library, here.build.windows, here.build.today
    out = [window for window in known.values() if not window.planned]
    goals = move_to(CENTER[0], known, today) or out[-1:]
    return render(
        "pages/home.jinja",
        body=content,
        here=here,
        out=out,
        start=CENTER[0],
        goal=goals[0].release,
        cards=[card(library, name, known, today) for name in CENTER],
        timeline=support_picture(
            list(known.values()), today, here.link("releases/index.md", "support-windows")
        ),
        security=security_days(library.facts),
        totals=Counter(change.kind for change in library.changes),
        covered=sum(coverage(library, name).accounted for name in library.facts.releases),
        unnoted=sum(coverage(library, name).unnoted for name in library.facts.releases),
        complete=complete(library),
        begun=begun(library),
        units=sum(coverage(library, name).total for name in library.facts.releases),
        kinds=KINDS,
        statuses=STATUSES,
        today=today,
        built=day(today),
        **age(here),
    )


def age(here: Here) -> dict[str, Any]:
    """What is said of the age of the facts: `age` on the day of the build, `ages` on any day. None before a run."""
    runs = [environment.run for environment in here.build.proofs.environments.values()]
    if not runs:
        return {"age": None, "ages": []}
    since, django = date.fromisoformat(max(runs)), here.build.library.facts.django
    return {"age": freshness(since, django, here.build.today), "ages": stages_of(since, django)}


def complete(library: Library) -> str:
    """The releases whose official notes are covered in full, in words: `Django 3.0 to 4.1 and 5.0`. Empty if none."""
    done = [name for name in library.facts.releases if not coverage(library, name).open]
    return f"Django {in_words(done, library.facts.releases)}" if done else ""


def begun(library: Library) -> str:
    """The releases whose official notes are covered in part, in words: `2.2 and 6.1`. Empty if none."""
    order = library.facts.releases
    part = [name for name in order if coverage(library, name).accounted and coverage(library, name).open]
    return in_words(part, order)


def card(library: Library, release: str, known: dict[str, Window], today: date) -> Card:
    """What to know about one release on the front page."""
    facts, window = library.facts, known[release]
    counts = Counter(change.kind for change in library.of_release(release))
    newest = facts.newest_patch(release)

    def say(day: date) -> str:
        return destinations(move_to(release, known, day))

    return Card(
        window=window,
        newest=newest,
        notes=notes_url(facts, newest),
        counts=tuple((kind, counts[kind]) for kind in KINDS if counts[kind]),
        later=len(disclosed_after(facts, window)),
        move_to=say(today),
        moves=stages(say, known.values()),
        has_page=release in library.release_pages,
    )


def security_days(facts: Facts) -> list[SecurityDay]:
    """The newest days on which security releases came out, newest first."""
    rows = sorted(
        ((patch.date, version, patch.cves) for version, patch in facts.patches.items() if patch.security),
        key=lambda row: row[0],
        reverse=True,
    )
    days = []
    for moment, group in groupby(rows, key=lambda row: row[0]):
        same = list(group)
        patches = tuple((version, notes_url(facts, version)) for _, version, _ in reversed(same))
        found = tuple(dict.fromkeys(cve for _, _, fixed in same for cve in fixed))
        days.append(SecurityDay(When.parse(moment), patches, found))
        if len(days) == SECURITY_DAYS:
            break
    return days
