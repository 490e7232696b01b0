"""Hops as static pages: the same steps and sentences as the planner has, from the same objects."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from atlas.decide import plan_words, tiers
from atlas.decide.coverage import coverage
from atlas.decide.plan import Hop, between, only_with_a_hop, pending
from atlas.facts.addresses import notes_url
from atlas.records.change import Change
from atlas.words.vocabulary import IMPACTS, KINDS, SEVERITIES
from macros.build.here import Here
from macros.build.render import render

#: The words in which addresses of headings end, of before there were tiers; the other lists end in their own keys.
ADDRESSES: Final = {"run": "at", "stops": "before", "warns": "after"}
#: Lists that are folded.
FOLDED: Final = ("rewritten", "low")


@dataclass(frozen=True)
class Step:
    """One step of a list. change: None for an extra step, which has no page and no facts.

    tier: its label, in lists of several tiers. only: the mark of what can only be done together with Django.
    """

    title: str
    summary: str
    change: Change | None = None
    facts: tuple[str, ...] = ()
    tier: str = ""
    only: str = ""


def hops(here: Here, old: str, new: str) -> str:
    """Every hop from one feature release to another, under headings of level 2 and 3, then what is still to come."""
    path = between(here.build.hops, old, new)
    parts = [_hop(here, one, first=one is path[0]) for one in path]
    if rest := pending(here.build.hops, old, new):
        title, meaning = (text.format(old=old, new=new) for text in plan_words.LATER)
        parts.append(f"## {title} {{ #after-{_slug(new)} }}")
        parts.append(_list(here, meaning, _steps(here, (("", change) for change in rest))))
    return "\n\n".join(parts)


def hop(here: Here, old: str, new: str) -> str:
    """One hop under a heading of level 2: what has to rise first, what to run, then its steps by tier."""
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
    rows = [(one, tiers.lists(one, here.build.proofs)) for one in here.build.hops]
    titles = [plan_words.LISTS[key][0] for key in tiers.LISTS]
    return render("pages/plans/table.jinja", here=here, rows=rows, titles=titles)


def _hop(here: Here, one: Hop, first: bool) -> str:
    """first: whether the reader comes from an older patch release of the old release, and not from the hop before."""
    prefix = f"{_slug(one.old)}-{_slug(one.new)}"
    groups = _groups(here, one, first)
    lost = [word for key, word in ADDRESSES.items() if key not in groups]
    parts = [f"## {plan_words.title(one)} {{ #{prefix} }}", _facts(here, one), _order(one, prefix, lost)]
    early = tiers.is_rewritten_early(one, here.build.proofs)
    for key, steps in groups.items():
        title = f"{plan_words.LISTS[key][0]} ({len(steps)})"
        parts.append(f"### {title} {{ #{prefix}-{ADDRESSES.get(key, key)} }}")
        commands = plan_words.commands(one) if key == "run" else ""
        parts.append(_list(here, plan_words.meaning(one, key, early), steps, key in FOLDED, commands))
    return "\n\n".join(parts)


def _groups(here: Here, one: Hop, first: bool) -> dict[str, list[Step]]:
    """The steps of a hop by list; empty lists are left out."""
    groups = {"run": _extra_steps(one, first)}
    for found in tiers.lists(one, here.build.proofs):
        label = found.key in FOLDED
        rows = ((tier if label else "", change) for tier, some in found.by_tier.items() for change in some)
        groups[found.key] = _steps(here, rows)
    return {key: steps for key, steps in groups.items() if steps}


def _extra_steps(one: Hop, first: bool) -> list[Step]:
    """Moves of Python and databases depend on what the reader runs: they are above the lists."""
    found = [plan_words.install(one)]
    if first and one.start != one.old:
        found.insert(0, plan_words.patch(one.old, one.start))
    return [Step(extra.title, extra.summary) for extra in found]


def _steps(here: Here, rows: Iterable[tuple[str, Change]]) -> list[Step]:
    """rows: changes, each with the key of the tier that is to be shown at it; empty for none."""
    proofs, only_with = here.build.proofs, only_with_a_hop(here.build.hops)
    steps = []
    for tier, change in rows:
        only = change.id in only_with
        said = plan_words.step_words(change, only, bool(proofs.of(change.id).samples))
        steps.append(
            Step(
                change.title,
                change.summary,
                change,
                tuple(text for text in said if text),
                SEVERITIES[tier].label if tier else "",
                plan_words.with_django(change) if only else "",
            )
        )
    return steps


def _order(one: Hop, prefix: str, lost: list[str]) -> str:
    """lost: words of addresses that no heading of this hop has."""
    return render(
        "pages/plans/order.jinja", order=plan_words.order(one), anchors=[f"{prefix}-{word}" for word in lost]
    )


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


def _list(here: Here, meaning: str, steps: list[Step], is_folded: bool = False, commands: str = "") -> str:
    return render(
        "pages/plans/steps.jinja",
        here=here,
        meaning=meaning,
        steps=steps,
        is_folded=is_folded,
        commands=commands,
        kinds=KINDS,
        impacts=IMPACTS,
    )


def _slug(release: str) -> str:
    return release.replace(".", "-")
