"""Hops as static pages: the same steps and sentences as the planner has, from the same objects."""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.decide import plan_words
from atlas.decide.coverage import coverage
from atlas.decide.plan import GROUPS, Hop, between, only_with_a_hop, pending
from atlas.facts.addresses import notes_url
from atlas.records.change import Change
from atlas.words.vocabulary import IMPACTS, KINDS
from macros.build.here import Here
from macros.build.render import render


@dataclass(frozen=True)
class Step:
    """One step of a list. change: None for an extra step, which has no page and no facts."""

    title: str
    summary: str
    change: Change | None = None
    facts: tuple[str, ...] = ()


def hops(here: Here, old: str, new: str) -> str:
    """Every hop from one feature release to another, under headings of level 2 and 3, then what is still to come."""
    path = between(here.build.hops, old, new)
    parts = [_hop(here, one, first=one is path[0]) for one in path]
    if rest := pending(here.build.hops, old, new):
        title, meaning = (text.format(old=old, new=new) for text in plan_words.LATER)
        parts.append(f"## {title} {{ #after-{_slug(new)} }}")
        parts.append(_list(here, meaning, _steps(here, rest)))
    return "\n\n".join(parts)


def hop(here: Here, old: str, new: str) -> str:
    """One hop under a heading of level 2: what has to rise first, then its three groups."""
    return _hop(here, between(here.build.hops, old, new)[0], first=True)


def unread(here: Here, old: str, new: str) -> str:
    """How much of the official notes between two releases, both included, has no page here; nothing if all has."""
    library = here.build.library
    path = between(here.build.hops, old, new)
    rows = [coverage(library, old), *(one.notes for one in path)]
    if not any(done.open for done in rows):
        return ""
    return render(
        "pages/plans/unread.jinja", rows=rows, notes=lambda release: notes_url(library.facts, release)
    )


def hop_table(here: Here) -> str:
    """The table of all single hops with how much work each is."""
    rows = [(one, _high(one)) for one in here.build.hops]
    groups = [title for title, _ in plan_words.GROUPS.values()]
    return render("pages/plans/table.jinja", here=here, rows=rows, groups=groups)


def _hop(here: Here, one: Hop, first: bool) -> str:
    """first: whether the reader comes from an older patch release of the old release, and not from the hop before."""
    prefix = f"{_slug(one.old)}-{_slug(one.new)}"
    parts = [f"## {plan_words.title(one)} {{ #{prefix} }}", _facts(here, one)]
    for key in GROUPS:
        steps = [*_extra_steps(one, key, first), *_steps(here, one.group(key))]
        if steps:
            title = f"{plan_words.GROUPS[key][0]} ({len(steps)})"
            parts.append(f"### {title} {{ #{prefix}-{key} }}")
            parts.append(_list(here, plan_words.meaning(one, key), steps))
    return "\n\n".join(parts)


def _extra_steps(one: Hop, key: str, first: bool) -> list[Step]:
    """Moves of Python and databases depend on what the reader runs: they are above the lists."""
    found = []
    if key == "before" and first and one.start != one.old:
        found.append(plan_words.patch(one.old, one.start))
    if key == "at":
        found.append(plan_words.install(one))
    return [Step(extra.title, extra.summary) for extra in found]


def _steps(here: Here, changes: Iterable[Change]) -> list[Step]:
    proofs, only_with = here.build.proofs, only_with_a_hop(here.build.hops)
    steps = []
    for change in changes:
        said = plan_words.step_words(change, change.id in only_with, bool(proofs.of(change.id).samples))
        steps.append(Step(change.title, change.summary, change, tuple(text for text in said if text)))
    return steps


def _facts(here: Here, one: Hop) -> str:
    return render(
        "pages/plans/hop.jinja",
        here=here,
        hop=one,
        pythons=plan_words.pythons(one),
        databases=plan_words.databases(one),
        settings=plan_words.settings(one),
        unread=plan_words.unread(one),
        notes=notes_url(here.build.library.facts, one.new),
    )


def _list(here: Here, meaning: str, steps: list[Step]) -> str:
    return render(
        "pages/plans/steps.jinja", here=here, meaning=meaning, steps=steps, kinds=KINDS, impacts=IMPACTS
    )


def _high(one: Hop) -> int:
    return sum(change.impact == "high" for change in (*one.before, *one.at))


def _slug(release: str) -> str:
    return release.replace(".", "-")
