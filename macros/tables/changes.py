"""Lists of changes, deprecations and tickets, and how much of the official notes they cover."""

from collections.abc import Iterable
from typing import Any

from atlas.decide.coverage import coverage
from atlas.decide.deprecations import Deprecation, begun_in, ending_in
from atlas.decide.order import Groups, added, by_area, by_impact, by_kind, by_ticket
from atlas.facts.addresses import notes_url, ticket_url, timeline_url
from atlas.facts.django import Unit
from atlas.records.change import Change
from atlas.words.vocabulary import AREAS, IMPACTS, KINDS
from macros.build.render import render
from macros.build.site import Site


def breaks_first(site: Site, release: str | None = None) -> str:
    """What forces work in a release, by impact, silent changes first, under headings of level 3."""
    labels = {key: f"{term.label} impact" for key, term in IMPACTS.items()}
    return _grouped(site, by_impact(_of(site, release)), labels, "impact")


def new_by_area(site: Site, release: str | None = None) -> str:
    """New things in a release by area, under headings of level 3."""
    return _grouped(site, by_area(added(_of(site, release))), AREAS, "new", with_kind=False)


def changes_by_area(site: Site, release: str | None = None) -> str:
    """All changes of a release by area, under headings of level 3."""
    return _grouped(site, by_area(_of(site, release)), AREAS, "area")


def changes_by_kind(site: Site, release: str | None = None) -> str:
    """All changes of a release by kind, under headings of level 3."""
    labels = {key: term.label for key, term in KINDS.items()}
    return _grouped(site, by_kind(_of(site, release)), labels, "kind", with_kind=False)


def all_changes(site: Site) -> str:
    """Every change of every release by area, under headings of level 2."""
    groups = by_area(list(site.library.changes))
    return _grouped(site, groups, AREAS, "area", level=2, with_release=True)


def deprecated_here(site: Site, release: str | None = None) -> str:
    """What starts to warn in a release, with the date on which it bites."""
    name = site.release(release)
    return _deprecations(site, begun_in(site.timeline, name), f"Deprecated in Django {name}", ("end",))


def removed_here(site: Site, release: str | None = None) -> str:
    """What is gone in a release: deprecations that end in it, and removals that no deprecation here began."""
    name = site.release(release)
    gone = [change for change in site.library.of_release(name) if change.kind == "removed"]
    table = _deprecations(site, ending_in(site.timeline, name), f"Gone in Django {name}", ("start",))
    if not gone and not table:
        return f"Nothing in Django’s deprecation timeline ends in {name}."
    return "\n\n".join(part for part in (_list(site, gone, with_kind=False) if gone else "", table) if part)


def deprecation_timeline(site: Site) -> str:
    """Every deprecation by the release that removes it, newest removals first, under headings of level 2."""
    releases = list(dict.fromkeys(row.removed_in for row in reversed(site.timeline)))
    parts = []
    for name in releases:
        ending = ending_in(site.timeline, name)
        end = site.windows[name]
        when = f"planned for {end.released.text}" if end.planned else f"released {end.released.placed}"
        caption = f"{len(ending)} deprecations end in Django {name}, {when}"
        parts.append(f"## Gone in {name} {{ #gone-in-{name.replace('.', '-')} }}")
        parts.append(_deprecations(site, ending, caption, ("start",)))
    return "\n\n".join(parts)


def ticket_table(site: Site) -> str:
    """Changes by Django ticket number."""
    return render(
        "tables/tickets.jinja",
        site=site,
        tickets=by_ticket(site.library),
        ticket_url=ticket_url,
        kinds=KINDS,
        impacts=IMPACTS,
    )


def coverage_statement(site: Site, release: str | None = None) -> str:
    """How many entries of the official notes have a page here or a reason; nothing for a planned release."""
    facts, name = site.library.facts, site.release(release)
    if name not in facts.notes:
        return ""

    def unit_url(unit: Unit) -> str:
        return notes_url(facts, name, unit.anchor)

    done = coverage(site.library, name)
    return render("tables/coverage.jinja", done=done, notes=notes_url(facts, name), unit_url=unit_url)


def _of(site: Site, release: str | None) -> list[Change]:
    return site.library.of_release(site.release(release))


def _list(site: Site, changes: Iterable[Change], with_kind: bool = True, with_release: bool = False) -> str:
    return render(
        "tables/changes.jinja",
        site=site,
        changes=changes,
        with_kind=with_kind,
        with_release=with_release,
        kinds=KINDS,
        impacts=IMPACTS,
    )


def _grouped(
    site: Site, groups: Groups, labels: dict[str, str], prefix: str, level: int = 3, **options: Any
) -> str:
    """Markdown: a heading with its count and anchor for each group, and the group's list."""
    parts = []
    for key, changes in groups.items():
        parts.append(f"{'#' * level} {labels[key]} ({len(changes)}) {{ #{prefix}-{key} }}")
        parts.append(_list(site, changes, **options))
    return "\n\n".join(parts)


def _deprecations(site: Site, rows: list[Deprecation], caption: str, columns: tuple[str, ...]) -> str:
    if not rows:
        return ""
    return render(
        "tables/deprecations.jinja",
        site=site,
        rows=rows,
        windows=site.windows,
        caption=caption,
        columns=columns,
        timeline=lambda anchor: timeline_url(site.library.facts, anchor),
        kinds=KINDS,
        impacts=IMPACTS,
    )
