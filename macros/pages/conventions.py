"""What each mark means, drawn from the closed lists so that marks and meanings cannot drift apart."""

from collections.abc import Mapping

from atlas.words.vocabulary import (
    HEADINGS,
    IMPACT_OF,
    IMPACT_OF_HARM,
    IMPACTS,
    KINDS,
    REACHES,
    REQUIRED_HEADINGS,
    SEVERITIES,
    STATUSES,
    Term,
)
from macros.build.here import Here
from macros.build.render import render
from macros.runs.proofs import proof_of
from macros.runs.results import MARKS
from macros.runs.section import runs_section


def kind_marks(_here: Here) -> str:
    """The five kinds of change with their badges."""
    return _marks("Kinds of change", "badge kind kind--", KINDS)


def impact_marks(_here: Here) -> str:
    """The impact levels with their badges and the test for each."""
    return _marks("Levels of impact", "badge impact impact--", IMPACTS, " impact")


def severity_marks(_here: Here) -> str:
    """What can happen to code that is left as it is."""
    return _marks("Severity", "badge outcome outcome--", SEVERITIES)


def impact_table(_here: Here) -> str:
    """The impact of each severity at each reach, and of a change that does harm."""
    return render(
        "pages/conventions/impact.jinja",
        severities=SEVERITIES,
        reaches=REACHES,
        impacts=IMPACTS,
        impact_of=IMPACT_OF,
        impact_of_harm=IMPACT_OF_HARM,
    )


def run_marks(_here: Here) -> str:
    """What a recorded run can give."""
    return _marks("Results of runs", "status status--", MARKS)


def support_marks(_here: Here) -> str:
    """What a feature release can get on a given day."""
    return _marks("Support of a release", "status status--", STATUSES)


def example_strip(here: Here, change_id: str) -> str:
    """The strip of a real change, as its own page shows it."""
    change = here.build.library.by_id[change_id]
    return runs_section(here.build, change, proof_of(here.build.proofs, change_id))


def headings_by_kind(_here: Here) -> str:
    """The headings that pages of each kind may have, in their order."""
    return render(
        "pages/conventions/headings.jinja", kinds=KINDS, headings=HEADINGS, required=REQUIRED_HEADINGS
    )


def _marks(caption: str, classes: str, terms: Mapping[str, Term], after: str = "") -> str:
    return render("pages/conventions/marks.jinja", caption=caption, classes=classes, terms=terms, after=after)
