"""What a change page shows around its author's text: facts, the strip of releases, neighbors."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from atlas.decide.reach import measured
from atlas.facts.addresses import cve_url, notes_url, ticket_url
from atlas.records.change import Change
from atlas.words.vocabulary import AFFECTED, AREAS, EVIDENCE, EXAMPLE, IMPACTS, KINDS, NEEDS, SAMPLES
from macros.build.build import Build
from macros.build.here import Here
from macros.build.render import render
from macros.markdown.insertions import Insertion
from macros.pages.rule_words import in_words
from macros.runs.proofs import proof_of
from macros.runs.section import runs_section
from macros.runs.seen import seen


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
        seen=seen(change, proof),
        runs="" if _strip_is_in_text(change) else runs_section(build, change, proof, exact="#recorded-runs"),
        body=content,
        before=before,
        after=after,
        hop=_hop(here, change.release),
        next_breaking=_next_breaking(build, change),
        suffix="/" if build.directory_urls else ".html",
    )


def _hop(here: Here, release: str) -> Link | None:
    """The guide for the hop to a release; None for the first one."""
    for old, new in pairwise(here.build.library.facts.releases):
        if new == release and here.has(source := f"upgrade/{old}-to-{new}.md"):
            return Link(f"{old} → {new}", here.link(source))
    return None


def _next_breaking(build: Build, change: Change) -> Change | None:
    """What to look at next of all that forces work in the release: the list is in the order of its weight."""
    rows = build.breaking[change.release]
    places = [place for place, row in enumerate(rows) if row.id == change.id]
    return next(iter(rows[places[0] + 1 :]), None) if places else None


def insertions(build: Build, change: Change) -> Iterator[Insertion]:
    """What belongs among the headings of a change page: what a scan looks for, and what the runs gave."""
    if change.detect:
        reach = measured(change, build.reach)
        looked_for = render(
            "pages/change/detection.jinja",
            lines=in_words(change.detect),
            only_with=in_words(change.only_with),
            reach=reach,
        )
        yield Insertion(looked_for, (AFFECTED,))
    proof = proof_of(build.proofs, change.id)
    if proof and proof.fixer:
        yield Insertion(render("runs/fixer.jinja", fixer=proof.fixer), (SAMPLES,))
    if _strip_is_in_text(change):
        yield Insertion(runs_section(build, change, proof, exact="#recorded-runs"), (SAMPLES,))
    if proof:
        recorded = render("runs/recorded.jinja", proof=proof)
        yield Insertion(
            recorded, (EVIDENCE,) if change.reach else (SAMPLES, EXAMPLE), below=bool(change.reach)
        )


def _strip_is_in_text(change: Change) -> bool:
    """Whether the strip is below the code that it is about: on pages with evidence, which alone state a reach."""
    return bool(change.reach) and change.kind != "requirement"


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
