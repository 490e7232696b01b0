"""Guides and release pages: what they claim is run, and so is every command that they print.

Words that call for a run are those of change pages (`check.claims`). A guide with `walk: true` is done from its first
line to its last by `tests/prove/test_first_upgrade.py`; there a section with commands needs no other statement.
"""

from collections.abc import Iterator
from pathlib import Path

from atlas.check.claims import Section, calls_without_a_run, sections, supported_sections
from atlas.records.evidence import STATEMENT, has_evidence, is_evidence, problems, start_of_evidence
from atlas.records.guides import evidence_of, guide_id
from atlas.records.pages import Fence, Page
from atlas.words.problems import Problem
from atlas.words.vocabulary import EVIDENCE

PROMPT = "$ "
LIST = "atlas/check/guide_claims.py"
#: Guides that were written before guides had evidence. It only shrinks: what is listed without need is an error.
NOT_RUN_YET: frozenset[str] = frozenset(
    (
        "about/conventions",
        "about/data",
        "about/detection-rules",
        "about/how-claims-are-proved",
        "about/index",
        "about/linking",
        "about/offline",
        "reference/wishes",
        "releases/3.0/index",
        "releases/3.1/index",
        "releases/4.0/index",
        "releases/4.2/index",
    )
)


def not_run_yet(root: Path) -> frozenset[str]:
    """The guides of a project whose sentences need no run yet: the list is about the project that it is part of."""
    return NOT_RUN_YET if (root / LIST).is_file() else frozenset()


def check(page: Page, not_yet: frozenset[str] = NOT_RUN_YET) -> Iterator[Problem]:
    """Problems of one page that is no change. not_yet: ids of guides whose sentences need no run yet."""
    yield from problems(page)
    yield from _form(page)
    lacking = [*_sentences(page), *_commands(page)]
    if guide_id(page.path) not in not_yet:
        yield from lacking
    elif not lacking:
        message = (
            f"'{guide_id(page.path)}' is among the guides that are not run yet, and has nothing left to run"
        )
        yield Problem(page.path, 1, "claim", message, f"take it out of NOT_RUN_YET in {LIST}")


def _form(page: Page) -> Iterator[Problem]:
    """On a guide evidence is statements, all of it below one heading, which is the last."""
    start = start_of_evidence(page)
    for fence in filter(is_evidence, page.fences):
        found = STATEMENT.fullmatch(fence.title)
        if not found or found["role"]:
            message = f"found '{fence.title}', expected `Holds on …: …` or `Holds everywhere: …` on a guide"
            yield Problem(page.path, fence.line, "fence", message, "a guide has neither Before nor After")
        elif fence.line < start or not start:
            message = f"'{fence.title}' is not below `## {EVIDENCE}`"
            yield Problem(page.path, fence.line, "fence", message, "move it there, to the end of the page")
    for heading in page.headings:
        if start and heading.level <= 2 and heading.line > start:
            message = f"`## {EVIDENCE}` is not the last section"
            yield Problem(page.path, heading.line, "heading", message, "move it to the end of the page")


def _sentences(page: Page) -> Iterator[Problem]:
    supported = supported_sections(page)
    if is_walked(page):
        supported |= {section.title for section in sections(page) if _has_commands(page, section)}
    return calls_without_a_run(page, supported)


def is_walked(page: Page) -> bool:
    """Whether a test does the whole guide, command by command."""
    return page.meta.get("walk") == "true"


def _has_commands(page: Page, section: Section) -> bool:
    heads = [head for head in page.headings if head.level == 2]
    after = [head.line for head in heads if head.line > section.line]
    end = min(after, default=page.body_line + page.body.count("\n") + 1)
    return any(section.line < fence.line < end and printed(fence) for fence in page.fences)


def _commands(page: Page) -> Iterator[Problem]:
    """A line for each command that readers see and no statement runs as it is printed."""
    if is_walked(page):
        return
    proved = evidence_of(page)
    run = {command for fence in proved.fences for _, command in printed(fence)}
    shown = (fence for fence in page.fences if not has_evidence(page) or fence.line < start_of_evidence(page))
    for fence in shown:
        for line, command in printed(fence):
            if command not in run:
                remedy = f"run it as it is printed: a statement in console below `## {EVIDENCE}`; or cut it"
                yield Problem(page.path, line, "command", f"`{command}` is printed and not run", remedy)


def printed(fence: Fence) -> list[tuple[int, str]]:
    """The commands of a console fence, each with its line; none of any other fence."""
    if fence.language != "console":
        return []
    lines = enumerate(fence.text.splitlines(), fence.line + 1)
    return [(line, text.removeprefix(PROMPT)) for line, text in lines if text.startswith(PROMPT)]
