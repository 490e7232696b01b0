"""A page with evidence: its readers' code above, and below, under one heading, what bears the page out."""

import re
from collections.abc import Iterator

from atlas.records.evidence import has_evidence, is_evidence, problems, statements_of
from atlas.records.pages import Fence, Page
from atlas.records.samples import RUNNERS, has_code, part_of, run_of
from atlas.words.problems import Problem
from atlas.words.vocabulary import EVIDENCE, ROLES

#: What belongs into `Run` and not into code that a reader pastes.
HARNESS = {
    "print()": re.compile(r"^print\(", re.M),
    "the test client": re.compile(r"\bclient\.(?:get|post|put|patch|delete|head|options|force_login)\("),
    "assert": re.compile(r"^assert\b", re.M),
}
#: Files in which a reader's own code does use them.
OWN_TESTS = re.compile(r"(?:^|/)tests?(?:_\w+)?\.py$|(?:^|/)tests/|(?:^|/)management/commands/")


def check(page: Page) -> Iterator[Problem]:
    """Problems of one change page."""
    yield from problems(page)
    if not has_evidence(page):
        for fence in filter(is_evidence, page.fences):
            message = f"'{fence.title}' stands on a page without `## {EVIDENCE}`"
            yield Problem(
                page.path, fence.line, "fence", message, f"put it under `## {EVIDENCE}`, last on the page"
            )
        return
    start = next(heading.line for heading in page.headings if heading.text == EVIDENCE)
    for fence in page.fences:
        yield from _placed(page, fence, start)
        yield from _plain(page, fence)
    yield from _complete(page, start)


def _placed(page: Page, fence: Fence, start: int) -> Iterator[Problem]:
    """Evidence stands below its heading, and nothing that readers paste does."""
    if is_evidence(fence) and fence.line < start:
        message = f"'{fence.title}' stands above `## {EVIDENCE}`"
        yield Problem(page.path, fence.line, "fence", message, "move it below that heading")
    part = part_of(fence)
    if part and part[0] in ROLES and fence.line > start:
        message = f"'{fence.title}' stands below `## {EVIDENCE}`, where readers do not look for code to paste"
        yield Problem(page.path, fence.line, "fence", message, "move it above that heading")


def _plain(page: Page, fence: Fence) -> Iterator[Problem]:
    """Before and After are code that a reader has and writes."""
    part = part_of(fence)
    if not part or part[0] not in ROLES or fence.language != "python" or OWN_TESTS.search(part[1]):
        return
    for name, pattern in HARNESS.items():
        if found := pattern.search(fence.text):
            line = fence.line + 1 + fence.text[: found.start()].count("\n")
            remedy = f"move it into a fence titled Run below `## {EVIDENCE}`"
            yield Problem(
                page.path, line, "fence", f"found {name} in {fence.title}, code that readers paste", remedy
            )


def _complete(page: Page, start: int) -> Iterator[Problem]:
    """What is done with the code is said, and at least one sentence of the page is run."""
    if page.meta.get("unproved"):
        return
    if not statements_of(page):
        remedy = "say what the page claims, as in `Holds on 5.0-: a GET answers 405`"
        yield Problem(page.path, start, "Holds", "no statement is run", remedy)
    for role in ROLES:
        code = next((fence for fence in page.fences if fence.title == role), None)
        run = run_of(page, role)
        if has_code(page, role) and run is None and (code is None or code.language == "python"):
            message = f"{role} has code, and nothing says what is done with it"
            yield Problem(page.path, start, "Run", message, 'add a fence with title="Run"')
        if code and run and RUNNERS.get(code.language) != RUNNERS.get(run.language):
            message = f"found {role} in '{code.language}' and {run.title} in '{run.language}', expected one language"
            yield Problem(
                page.path, code.line, "fence", message, f'give the file its path: title="{role}: PATH"'
            )
