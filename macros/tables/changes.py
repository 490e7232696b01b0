"""Lists of changes, deprecations and tickets, and how much of the official notes they cover."""

from collections.abc import Iterable
from typing import Any

from atlas.decide.coverage import coverage
from atlas.decide.deprecations import Deprecation, begun_in, ending_in
from atlas.decide.order import Groups, added, by_area, by_impact, by_kind, by_ticket
from atlas.facts.addresses import notes_url, ticket_url, timeline_url
from atlas.facts.schema import Unit
from atlas.records.change import Change
from atlas.words.vocabulary import AREAS, IMPACTS, KINDS
from macros.build.here import Here
from macros.build.render import render


def breaks_first(here: Here, release: str | None = None) -> str:
    """What forces work in a release, by impact, silent changes first, under headings of level 3."""
    labels = {key: f"{term.label} impact" for key, term in IMPACTS.items()}
    return _grouped(here, by_impact(_of(here, release)), labels, "impact")


def new_by_area(here: Here, release: str | None = None) -> str:
    """New things in a release by area, under headings of level 3."""
    return _grouped(here, by_area(added(_of(here, release))), AREAS, "new", with_kind=False)


def changes_by_area(here: Here, release: str | None = None) -> str:
    """All changes of a release by area, under headings of level 3."""
    return _grouped(here, by_area(_of(here, release)), AREAS, "area")


def changes_by_kind(here: Here, release: str | None = None) -> str:
    """All changes of a release by kind, under headings of level 3."""
    labels = {key: term.label for key, term in KINDS.items()}
    return _grouped(here, by_kind(_of(here, release)), labels, "kind", with_kind=False)


def all_changes(here: Here) -> str:
    """Every change of every release by area, under headings of level 2."""
    groups = by_area(list(here.build.library.changes))
    return _grouped(here, groups, AREAS, "area", level=2, with_release=True)


def deprecated_here(here: Here, release: str | None = None) -> str:
    """What starts to warn in a release, with the date on which it bites."""
    name = here.release(release)
    return _deprecations(here, begun_in(here.build.timeline, name), f"Deprecated in Django {name}", ("end",))


def removed_here(here: Here, release: str | None = None) -> str:
    """What is gone in a release: deprecations that end in it, and removals that no deprecation here began."""
    name = here.release(release)
    gone = [change for change in here.build.library.of_release(name) if change.kind == "removed"]
    table = _deprecations(here, ending_in(here.build.timeline, name), f"Gone in Django {name}", ("start",))
    if not gone and not table:
        return f"Nothing in Django’s deprecation timeline ends in {name}."
    return "\n\n".join(part for part in (_list(here, gone, with_kind=False) if gone else "", table) if part)


def deprecation_timeline(here: Here) -> str:
    """Every deprecation by the release that removes it, newest removals first, under headings of level 2."""
    releases = list(dict.fromkeys(row.removed_in for row in reversed(here.build.timeline)))
    parts = []
    for name in releases:
        ending = ending_in(here.build.timeline, name)
        end = here.build.windows[name]
        when = f"planned for {end.released.text}" if end.planned else f"released {end.released.placed}"
        caption = f"{len(ending)} deprecations end in Django {name}, {when}"
        parts.append(f"## Gone in {name} {{ #gone-in-{name.replace('.', '-')} }}")
        parts.append(_deprecations(here, ending, caption, ("start",)))
    return "\n\n".join(parts)


def ticket_table(here: Here) -> str:
    """Changes by Django ticket number."""
    return render(
        "tables/tickets.jinja",
        here=here,
        tickets=by_ticket(here.build.library),
        ticket_url=ticket_url,
        kinds=KINDS,
        impacts=IMPACTS,
    )


def coverage_statement(here: Here, release: str | None = None) -> str:
    """How many entries of the official notes have a page here or a reason; nothing for a planned release."""
    facts, name = here.build.library.facts, here.release(release)
    if name not in facts.notes:
        return ""

    def unit_url(unit: Unit) -> str:
        return notes_url(facts, name, unit.anchor)

    done = coverage(here.build.library, name)
    return render("tables/coverage.jinja", done=done, notes=notes_url(facts, name), unit_url=unit_url)


def _of(here: Here, release: str | None) -> list[Change]:
    return here.build.library.of_release(here.release(release))


def _list(here: Here, changes: Iterable[Change], with_kind: bool = True, with_release: bool = False) -> str:
    return render(
        "tables/changes.jinja",
        here=here,
        changes=changes,
        with_kind=with_kind,
        with_release=with_release,
        kinds=KINDS,
        impacts=IMPACTS,
    )


def _grouped(
    here: Here, groups: Groups, labels: dict[str, str], prefix: str, level: int = 3, **options: Any
) -> str:
    """Markdown: a heading with its count and anchor for each group, and the group's list."""
    parts = []
    for key, changes in groups.items():
        parts.append(f"{'#' * level} {labels[key]} ({len(changes)}) {{ #{prefix}-{key} }}")
        parts.append(_list(here, changes, **options))
    return "\n\n".join(parts)


def _deprecations(here: Here, rows: list[Deprecation], caption: str, columns: tuple[str, ...]) -> str:
    if not rows:
        return ""
    return render(
        "tables/deprecations.jinja",
        here=here,
        rows=rows,
        windows=here.build.windows,
        caption=caption,
        columns=columns,
        timeline=lambda anchor: timeline_url(here.build.library.facts, anchor),
        kinds=KINDS,
        impacts=IMPACTS,
    )
