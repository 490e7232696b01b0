"""The front page: where to go from where I am, what broke, what my project meets."""

from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby
from typing import Any, Final

from atlas.decide.answer import answers, cve_days, cves_since
from atlas.decide.freshness import freshness, stages_of
from atlas.decide.plan_words import BOARD
from atlas.facts.addresses import notes_url
from atlas.facts.django import Facts
from atlas.words.dates import When, day
from atlas.words.vocabulary import STATUSES
from macros.build.here import Here
from macros.build.render import render
from macros.pictures.figures import support_picture

#: The release that the page answers for before the reader has said anything.
START: Final = "3.2"
#: How many days of security releases the page lists.
SECURITY_DAYS = 3


@dataclass(frozen=True)
class SecurityDay:
    """The patch releases of one day, as (version, URL of its notes), and the CVEs that they fix."""

    when: When
    patches: tuple[tuple[str, str], ...]
    cves: tuple[str, ...]


def article(here: Here, content: str) -> str:
    """The article of the front page. `content`: the author's text as HTML, drawn at the end."""
    build = here.build
    facts, today = build.library.facts, build.today
    found = answers(facts, build.windows, build.hops, build.proofs)
    return render(
        "pages/home.jinja",
        body=content,
        here=here,
        answers=list(reversed(found)),
        versions={release: versions(facts, release) for release in reversed(facts.releases)},
        start=START,
        days={release: " ".join(cve_days(facts, release)) for release in facts.releases},
        since={
            (start, goal): cves_since(start, goal, facts) for start, goal in combinations(facts.releases, 2)
        },
        timeline=support_picture(
            list(build.windows.values()), today, here.link("releases/index.md", "support-windows")
        ),
        security=security_days(facts),
        board=BOARD,
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


def versions(facts: Facts, release: str) -> list[tuple[str, str]]:
    """The versions of a feature release, oldest first, each with the ISO day on which it came out."""
    patches = facts.patches_of(release)
    return [
        (release, facts.releases[release].date),
        *((version, one.date) for version, one in patches.items() if version != release),
    ]


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
