"""The evidence of a page: statements that are run on every release, and code that its rules must hit or pass by.

`Holds on 5.0-: a GET answers 405` is a statement: its code ends without an error on every version of the spans
and on no other. `Holds everywhere: …` has no other. `Holds with After on 4.1-: …` runs beside that role's code.

`Found` is code that the page's rules must hit, `Not found` code that looks like it and is none; `in PATH` says
which file it is, and words after a colon which form of the code: `Found in pytest.ini: a filter`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from atlas.facts.proofs import HOLDS
from atlas.records.pages import Fence, Page
from atlas.records.samples import RUN, RUNNERS, Sample, sample_with
from atlas.words.problems import Problem
from atlas.words.spans import Spans
from atlas.words.vocabulary import EVIDENCE

STATEMENT = re.compile(
    r"Holds(?: with (?P<role>Before|After))? (?:on (?P<spans>[^:]+)|(?P<everywhere>everywhere)): (?P<claim>\S.*)"
)
RUN_TITLE = re.compile(rf"{RUN}(?: with (?:Before|After))?")
FORM = re.compile(r"(?P<verdict>Found|Not found)(?: in (?P<path>[\w./-]+))?(?:: (?P<form>\S.*))?")
#: Words with which the title of evidence begins: a title that begins so and is none of the forms is a mistake.
WORDS = ("run", "holds", "found", "not found")
EXPECTED = "expected Run, `Holds on 5.0-: …`, `Holds everywhere: …`, Found or Not found"


@dataclass(frozen=True)
class Statement:
    """A claim in a sentence, the versions on which it holds, and the code that tells."""

    claim: str
    spans: Spans
    sample: Sample

    @property
    def record(self) -> str:
        """The name of its entry in the records."""
        return self.sample.role


@dataclass(frozen=True)
class Form:
    """Code that the rules of the page must hit (`hit`) or pass by. `path` is empty where it stands in any module."""

    hit: bool
    path: str
    fence: Fence


def has_evidence(page: Page) -> bool:
    """Whether the page is written with evidence: user code above, what bears it out below."""
    return start_of_evidence(page) > 0


def start_of_evidence(page: Page) -> int:
    """The line of the heading Evidence, 0 where there is none."""
    found = (head.line for head in page.headings if head.text == EVIDENCE and head.level == 2)
    return next(found, 0)


def statements_of(page: Page) -> list[Statement]:
    """The statements of a page that can be run, in order; `problems` has the others."""
    return [made for fence in page.fences if isinstance(made := _statement(page, fence), Statement)]


def forms_of(page: Page) -> list[Form]:
    """`Found` and `Not found`, in order."""
    matched = ((FORM.fullmatch(fence.title), fence) for fence in page.fences)
    return [
        Form(found["verdict"] == "Found", found["path"] or "", fence) for found, fence in matched if found
    ]


def is_evidence(fence: Fence) -> bool:
    """Whether a fence bears the page out, and is no code of its readers."""
    return any(form.fullmatch(fence.title) for form in (STATEMENT, RUN_TITLE, FORM))


def problems(page: Page) -> Iterator[Problem]:
    """Titles of evidence that nobody can read, statements that are not run, spans that cannot be, claims made twice."""
    claims: dict[str, int] = {}
    for fence in page.fences:
        made = _statement(page, fence)
        if isinstance(made, Problem):
            yield made
        elif isinstance(made, Statement):
            first = claims.setdefault(made.claim, fence.line)
            if first != fence.line:
                message = f"'{made.claim}' is the claim of line {first}, too, and a claim has one record"
                yield Problem(
                    page.path, fence.line, "Holds", message, "say what is different, or make one of the two"
                )
        elif (
            made is None and not is_evidence(fence) and re.match(rf"(?i)(?:{'|'.join(WORDS)})\b", fence.title)
        ):
            yield Problem(page.path, fence.line, "fence", f"found title '{fence.title}', {EXPECTED}")


def _statement(page: Page, fence: Fence) -> Statement | Problem | None:
    found = STATEMENT.fullmatch(fence.title)
    if not found:
        return None
    if RUNNERS.get(fence.language) not in ("python", "commands"):
        message = f"a statement in '{fence.language}', expected python or console"
        return Problem(page.path, fence.line, "fence", message, "it could not be run")
    try:
        spans = Spans.parse(found["everywhere"] or found["spans"].strip())
    except ValueError as error:
        return Problem(page.path, fence.line, "Holds", str(error))
    sample = sample_with(page, found["role"] or "", fence)
    return Statement(found["claim"], spans, replace(sample, role=f"{HOLDS}{found['claim']}"))
