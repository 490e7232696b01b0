"""What a change page shows around its author's text: facts, the strip of releases, neighbors."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.facts.addresses import cve_url, notes_url, ticket_url
from atlas.records.change import Change
from atlas.words.vocabulary import AFFECTED, AREAS, EXAMPLE, IMPACTS, KINDS, NEEDS, SAMPLES
from macros.build.build import Build
from macros.build.here import Here
from macros.build.render import render
from macros.markdown.insertions import Insertion
from macros.pages.rule_words import in_words
from macros.runs.proofs import proof_of
from macros.runs.section import runs_section


@dataclass(frozen=True)
class Link:
    """A link out of the page."""

    text: str
    url: str


def sheet(here: Here, change: Change, content: str) -> str:
    """The whole article of a change page. `content`: the author's text as HTML, with the `insertions`."""
    build = here.build
    proof = proof_of(build.proofs, change.id)
    before, after = build.neighbors[change.id]
    return render(
        "pages/change/sheet.jinja",
        change=change,
        kinds=KINDS,
        impacts=IMPACTS,
        area=AREAS[change.area],
        names=[build.names.look_up(symbol, change.release) for symbol in change.symbols],
        needs=[NEEDS[need] for need in change.needs],
        here=here,
        notes=official_notes(build, change),
        tickets=[Link(f"#{number}", ticket_url(number)) for number in change.tickets],
        cves=[Link(cve, cve_url(cve)) for cve in change.cves],
        removed_page=change.removed in build.library.release_pages,
        fixer=proof.fixer if proof else None,
        runs=runs_section(build, change, proof, exact="#recorded-runs"),
        body=content,
        before=before,
        after=after,
    )


def insertions(build: Build, change: Change) -> Iterator[Insertion]:
    """What belongs among the headings of a change page: what a scan looks for, and what the runs gave."""
    if change.detect:
        yield Insertion(render("pages/change/detection.jinja", lines=in_words(change)), (AFFECTED,))
    if proof := proof_of(build.proofs, change.id):
        yield Insertion(render("runs/recorded.jinja", proof=proof), (SAMPLES, EXAMPLE))


def beside(here: Here, change: Change) -> str:
    """The list beside the page: what else forces work in the same release, the heaviest first.

    Changes of low impact are many; they are listed beside one of their own alone.
    """
    rows = here.build.breaking[change.release]
    changes = [row for row in rows if row.impact != "low" or change.impact == "low"]
    has_page = change.release in here.build.library.release_pages
    return render(
        "pages/change/beside.jinja",
        change=change,
        changes=changes,
        here=here,
        impacts=IMPACTS,
        has_page=has_page,
    )


def official_notes(build: Build, change: Change) -> list[Link]:
    """Where Django's own release notes speak of the change, oldest release first, no place twice."""
    found: dict[str, Link] = {}
    for _, release, unit in sorted(
        place for covered in change.covers for place in build.units.get(covered, ())
    ):
        url = notes_url(build.library.facts, release, unit.anchor)
        name = f"{release}: {unit.section[-1]}" if unit.section else f"Django {release}"
        found.setdefault(url, Link(name, url))
    return list(found.values())
