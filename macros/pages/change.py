"""What a change page shows around its author's text: facts, the strip of releases, neighbors."""

from dataclasses import dataclass

from atlas.decide.order import breaking
from atlas.facts.addresses import cve_url, notes_url, ticket_url
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.words.versions import sort_key
from atlas.words.vocabulary import AFFECTED, AREAS, EXAMPLE, IMPACTS, KINDS, NEEDS, SAMPLES
from macros.build.here import Here
from macros.build.render import render
from macros.markdown.samples import after_section, pair_samples
from macros.pages.rule_words import in_words
from macros.runs.proofs import proof_of
from macros.runs.section import runs_section


@dataclass(frozen=True)
class Link:
    """A link out of the page."""

    text: str
    url: str


def sheet(here: Here, change: Change, content: str) -> str:
    """The whole article of a change page. `content`: the author's text as HTML."""
    build = here.build
    proof = proof_of(build.proofs, change.id)
    recorded = render("runs/recorded.jinja", proof=proof) if proof else ""
    detection = render("pages/change/detection.jinja", lines=in_words(change)) if change.detect else ""
    body = after_section(pair_samples(content), [AFFECTED], detection)
    before, after = neighbors(build.library, change)
    return render(
        "pages/change/sheet.jinja",
        change=change,
        kinds=KINDS,
        impacts=IMPACTS,
        area=AREAS[change.area],
        names=[build.names.look_up(symbol, change.release) for symbol in change.symbols],
        needs=[NEEDS[need] for need in change.needs],
        here=here,
        notes=official_notes(build.library, change),
        tickets=[Link(f"#{number}", ticket_url(number)) for number in change.tickets],
        cves=[Link(cve, cve_url(cve)) for cve in change.cves],
        removed_page=change.removed in build.library.release_pages,
        fixer=proof.fixer if proof else None,
        runs=runs_section(build, change, proof, exact="#recorded-runs"),
        body=after_section(body, [SAMPLES, EXAMPLE], recorded),
        before=before,
        after=after,
    )


def beside(here: Here, change: Change) -> str:
    """The list beside the page: what else forces work in the same release, the heaviest first.

    Changes of low impact are many; they are listed beside one of their own alone.
    """
    library = here.build.library
    rows = breaking(library.of_release(change.release))
    changes = [row for row in rows if row.impact != "low" or change.impact == "low"]
    has_page = change.release in library.release_pages
    return render(
        "pages/change/beside.jinja",
        change=change,
        changes=changes,
        here=here,
        impacts=IMPACTS,
        has_page=has_page,
    )


def neighbors(library: Library, change: Change) -> tuple[Change | None, Change | None]:
    """The previous and the next change of the release: what forces work by impact, then new things by title."""
    rows = library.of_release(change.release)
    order = [*breaking(rows), *(row for row in rows if not row.forces_work)]
    place = order.index(change)
    return (
        order[place - 1] if place else None,
        order[place + 1] if place + 1 < len(order) else None,
    )


def official_notes(library: Library, change: Change) -> list[Link]:
    """Where Django's own release notes speak of the change, oldest release first, no place twice."""
    found: dict[str, Link] = {}
    for release in sorted(library.facts.notes, key=sort_key):
        for unit in library.facts.notes[release]:
            if unit.hash in change.covers:
                url = notes_url(library.facts, release, unit.anchor)
                name = f"{release}: {unit.section[-1]}" if unit.section else f"Django {release}"
                found.setdefault(url, Link(name, url))
    return list(found.values())
