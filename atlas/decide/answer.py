"""The question of the front page: from the release that somebody runs, which releases are worth going to, and why.

Targets are the newest LTS releases and the newest release. What must be done is counted over all hops, each change
once, in the list in which a plan shows it first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from atlas.decide import tiers
from atlas.decide.plan import Hop, between, cves_fixed
from atlas.decide.stages import Stage, stages
from atlas.decide.support import Window, move_to, newer
from atlas.facts.django import Facts
from atlas.facts.proofs import Proofs
from atlas.words.versions import product_key, sort_key

#: How many LTS releases are targets.
LTS: Final = 2


class Part(NamedTuple):
    """A run of a sentence. kind: empty for text; `version` where the reader's exact version belongs, `cves` where the
    number of CVEs does that the release in `text` has fixed since.
    """

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Target:
    """One release to go to. counts: number of changes by the key of a list of `tiers.LISTS`.

    raises: what has to be raised first, each with its least version, such as `Python 3.10`.
    """

    window: Window
    hops: tuple[str, ...]
    counts: Mapping[str, int]
    raises: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What there is to say to somebody on a feature release. verdicts: by the day."""

    window: Window
    targets: tuple[Target, ...]
    verdicts: tuple[Stage[tuple[Part, ...]], ...]

    def said(self, today: date) -> tuple[Part, ...]:
        """The verdict on a day."""
        return self.still_to_come(today)[0].said

    def still_to_come(self, today: date) -> list[Stage[tuple[Part, ...]]]:
        """The verdict on a day and those after it. The first holds on any day before, so that one is always said."""
        begun = [place for place, stage in enumerate(self.verdicts) if stage.begins <= today.isoformat()][-1]
        first, *others = self.verdicts[begun:]
        return [Stage("", first.said), *others]


def answers(facts: Facts, known: dict[str, Window], hops: Sequence[Hop], proofs: Proofs) -> list[Answer]:
    """The answer for each release that is out, oldest first."""
    out = [window for window in known.values() if not window.planned]
    return [
        Answer(
            window,
            tuple(target(facts, window.release, goal, hops, proofs) for goal in goals(window.release, known)),
            tuple(
                stages(lambda day, name=window.release: verdict(facts, name, known, day), known.values())  # type: ignore[misc]
            ),
        )
        for window in out
    ]


def goals(release: str, known: dict[str, Window]) -> list[Window]:
    """Releases to compare: the newest LTS releases after this one, and the newest release, oldest first."""
    later = newer(release, known)
    lts = [window for window in later if window.lts][-LTS:]
    return [*lts, *(window for window in later[-1:] if window not in lts)]


def target(facts: Facts, start: str, goal: Window, hops: Sequence[Hop], proofs: Proofs) -> Target:
    """What it takes to go from one feature release to another."""
    path = between(hops, start, goal.release)
    return Target(
        goal,
        tuple(hop.new for hop in path),
        totals(path, proofs),
        tuple(raises(facts, start, goal.release)),
    )


def totals(path: Sequence[Hop], proofs: Proofs) -> dict[str, int]:
    """How many changes each list of a plan has, by its key; a change counts where it comes first."""
    found: dict[str, set[str]] = {key: set() for key in tiers.LISTS}
    seen: set[str] = set()
    for hop in path:
        for one in tiers.lists(hop, proofs):
            found[one.key] |= {change.id for change in one.changes} - seen
        seen |= set().union(*found.values())
    return {key: len(ids) for key, ids in found.items()}


def raises(facts: Facts, start: str, goal: str) -> list[str]:
    """What runs the old release and is too old for the new one: Python first, then databases."""
    old, new = facts.releases[start], facts.releases[goal]
    least = {name: min(one.pythons, key=sort_key) for name, one in (("old", old), ("new", new))}
    found = [("Python", least["new"])] if product_key(least["old"]) < product_key(least["new"]) else []
    for product, needed in new.databases.items():
        had = old.databases.get(product)
        if had and product_key(had.minimum) < product_key(needed.minimum):
            found.append((product, needed.minimum))
    return [f"{product} {minimum}" for product, minimum in found]


def cve_days(facts: Facts, release: str) -> tuple[str, ...]:
    """Of each CVE that the newest patch of a release has fixed, the ISO day of its publication, oldest first."""
    return tuple(sorted(facts.cves[name].date for name in cves_fixed(release, facts)))


def cves_since(version: str, goal: str, facts: Facts) -> int:
    """How many CVEs the newest patch of a release has fixed that were made public after a version came out."""
    known = facts.patches.get(version)
    since = known.date if known else facts.releases[version].date
    return sum(day > since for day in cve_days(facts, goal))


def verdict(facts: Facts, release: str, known: dict[str, Window], today: date) -> tuple[Part, ...]:
    """Whether to move, where to, and why, in a few sentences."""
    window, found = known[release], move_to(release, known, today)
    mine = Part(release, "version")
    if not found:
        return mine, Part(_nothing_newer(window, bool(newer(release, known)), today))
    status = window.status(today)
    if status == "ended":
        why = f" has had no security fixes since {window.security_fixes_end.text}. "
    elif status == "security":
        why = f" gets security fixes until {window.security_fixes_end.text}, and no other fixes. "
    else:
        why = f" gets bug fixes until {window.bug_fixes_end.text}: there is no hurry. "
    urge = {"ended": "Move", "security": "Plan the move"}.get(status, "When you move, go")
    goal = found[0].release
    cves = Part(goal, "cves"), Part(f" CVEs that were made public after it came out are fixed in {goal}.")
    return mine, Part(f"{why}{urge} to {_choice(found)} "), *cves


def _choice(found: list[Window]) -> str:
    first, *others = found
    end = f"Django {first.label}, which gets security fixes until {first.security_fixes_end.text}"
    if not others:
        return f"{end}."
    other = others[0]
    if other.security_fixes_end.last < first.security_fixes_end.last:
        return f"{end}; {other.label} is newer and its fixes end sooner, {other.security_fixes_end.placed}."
    return f"{end}; {other.label} is newer and gets them until {other.security_fixes_end.text}."


def _nothing_newer(window: Window, is_passed: bool, today: date) -> str:
    """is_passed: whether there are newer releases, all of them without support."""
    if not is_passed and window.supported(today):
        return " is of the newest release: install its newest patch release, and stay."
    return ": no newer release that this page knows is supported. Look for a newer copy of this page."
