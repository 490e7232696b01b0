"""The way from one release to another as static text: the same stops and steps as the planner draws."""

from dataclasses import dataclass

from atlas.decide.coverage import coverage
from atlas.decide.plan import Hop, Move, database_moves, hops, pending, python_moves, stops
from atlas.facts.addresses import notes_url
from atlas.records.change import Change
from atlas.words.vocabulary import IMPACTS, KINDS
from macros.build.here import Here
from macros.build.render import render


@dataclass(frozen=True)
class Group:
    """One list of a hop: its heading, what to read above it, and its changes."""

    title: str
    anchor: str
    meaning: str
    changes: tuple[Change, ...]


def way(here: Here, old: str, new: str) -> str:
    """Every hop from one feature release to another, under headings of level 2 and 3, then what stays open."""
    releases = stops(old, new, here.build.library.facts)
    parts = [hop(here, step.old, step.new) for step in hops(releases, here.build.library.changes)]
    rest = tuple(pending(old, new, here.build.library.changes))
    if rest:
        parts.append(f"## Still to come after {new} {{ #after-{_slug(new)} }}")
        meaning = f"These warned on {old} already and still only warn on {new}."
        parts.append(_group(here, Group("", "", meaning, rest)))
    return "\n\n".join(parts)


def hop(here: Here, old: str, new: str) -> str:
    """One hop under a heading of level 2: what has to rise first, then its three groups."""
    step = hops([old, new], here.build.library.changes)[0]
    prefix = f"{_slug(old)}-{_slug(new)}"
    parts = [f"## {old} to {new} {{ #{prefix} }}", _facts(here, step)]
    for group in _groups(step, prefix):
        parts.append(f"### {group.title} ({len(group.changes)}) {{ #{group.anchor} }}")
        parts.append(_group(here, group))
    return "\n\n".join(parts)


def unread(here: Here, old: str, new: str) -> str:
    """How much of the official notes between two releases, both included, has no page here; nothing if all has."""
    rows = [coverage(here.build.library, release) for release in stops(old, new, here.build.library.facts)]
    if not any(done.open for done in rows):
        return ""
    return render(
        "pages/plans/unread.jinja",
        rows=rows,
        notes=lambda release: notes_url(here.build.library.facts, release),
    )


def ways(here: Here) -> str:
    """The table of all single hops with how much work each is."""
    releases = list(here.build.library.facts.releases)
    rows = [
        (step, _counts(step), coverage(here.build.library, step.new))
        for step in hops(releases, here.build.library.changes)
    ]
    return render("pages/plans/ways.jinja", here=here, rows=rows)


def _groups(step: Hop, prefix: str) -> list[Group]:
    groups = (
        Group(
            "Before you switch",
            f"{prefix}-before",
            f"The new way works on {step.old} already: change it there, test, deploy, and only then upgrade.",
            step.before,
        ),
        Group(
            "With the switch",
            f"{prefix}-at",
            f"These can only change together with Django itself: put them into the same commit as {step.new}.",
            step.at,
        ),
        Group(
            "Afterwards",
            f"{prefix}-after",
            f"These begin to warn on {step.new} and break later: clear them while it is quiet.",
            step.after,
        ),
    )
    return [group for group in groups if group.changes]


def _facts(here: Here, step: Hop) -> str:
    facts = here.build.library.facts
    pythons = facts.releases[step.old].pythons
    both = [python for python in pythons if python in facts.releases[step.new].pythons]
    rising: list[Move] = []
    for name, minimum in facts.releases[step.old].databases.items():
        rising += database_moves(name, minimum.minimum, [step.old, step.new], facts)
    oldest = python_moves(next(iter(pythons)), [step.old, step.new], facts)
    return render(
        "pages/plans/hop.jinja",
        here=here,
        step=step,
        newest={release: facts.newest_patch(release) for release in (step.old, step.new)},
        both=both,
        python_must_rise=bool(oldest),
        rising=rising,
        settings=_settings(here, step),
        done=coverage(here.build.library, step.new),
        official=notes_url(facts, step.new),
    )


def _settings(here: Here, step: Hop) -> list[tuple[int, str]]:
    """How many defaults a hop changed, and how many settings came and went; what is none is left out."""
    hop = next(one for one in here.build.defaults.hops() if one.new == step.new)
    counts = ((len(hop.changed), "changed"), (len(hop.added), "new"), (len(hop.removed), "gone"))
    return [(number, word) for number, word in counts if number]


def _group(here: Here, group: Group) -> str:
    return render("pages/plans/group.jinja", here=here, group=group, kinds=KINDS, impacts=IMPACTS)


def _counts(step: Hop) -> dict[str, int]:
    due = (*step.before, *step.at)
    return {
        "before": len(step.before),
        "at": len(step.at),
        "after": len(step.after),
        **{key: sum(change.impact == key for change in due) for key in IMPACTS},
    }


def _slug(release: str) -> str:
    return release.replace(".", "-")
