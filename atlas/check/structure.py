"""The shape of a change page's text: headings, fences and samples."""

import itertools
from collections.abc import Iterator

from atlas.records.evidence import has_evidence
from atlas.records.pages import Page
from atlas.records.samples import RUNNERS, has_code, part_of
from atlas.words.problems import Problem
from atlas.words.vocabulary import (
    EVIDENCE,
    HEADINGS,
    HEADINGS_WITH_EVIDENCE,
    KINDS,
    NOTICE,
    REQUIRED_HEADINGS,
    REQUIRED_WITH_EVIDENCE,
    ROLES,
    SAMPLES,
)


def check(page: Page) -> Iterator[Problem]:
    """Problems of one change page's headings, fences and samples."""
    yield from _headings(page)
    yield from _fences(page)
    yield from _samples(page)


def _headings(page: Page) -> Iterator[Problem]:
    kind = str(page.meta.get("kind"))
    if kind not in KINDS:
        return
    if has_evidence(page):
        allowed, required = HEADINGS_WITH_EVIDENCE[kind], list(REQUIRED_WITH_EVIDENCE[kind])
    else:
        allowed, required = HEADINGS[kind], list(REQUIRED_HEADINGS[kind])
    if page.meta.get("silent") == "true":
        required.append(NOTICE)
    if page.meta.get("unproved"):
        required = [text for text in required if text not in (SAMPLES, EVIDENCE)]
    found = [heading for heading in page.headings if heading.level == 2]
    for heading in page.headings:
        if heading.level == 1:
            remedy = "take it out: the title comes from the front matter"
            yield Problem(page.path, heading.line, "heading", f"found `# {heading.text}`", remedy)
        elif heading.level == 2 and heading.text not in allowed:
            names = ", ".join(allowed)
            yield Problem(
                page.path,
                heading.line,
                "heading",
                f"found '{heading.text}', expected one of {names}",
                "rename it, or make it a `###` below one of these",
            )
    texts = [heading.text for heading in found]
    for text in required:
        if text not in texts:
            yield Problem(page.path, 0, "heading", f"`## {text}` is missing", f"kind {kind} needs it")
    known = [heading for heading in found if heading.text in allowed]
    for one, two in itertools.pairwise(known):
        if allowed.index(two.text) <= allowed.index(one.text):
            order = ", ".join(allowed)
            yield Problem(
                page.path,
                two.line,
                "heading",
                f"'{two.text}' stands after '{one.text}'",
                f"the order is {order}",
            )


def _fences(page: Page) -> Iterator[Problem]:
    titles: dict[str, int] = {}
    for fence in page.fences:
        if not fence.language:
            yield Problem(page.path, fence.line, "fence", "has no language", "write ```python, ```text, …")
        if not fence.text.strip():
            yield Problem(page.path, fence.line, "fence", "is empty", "fill it or take it out")
        if not fence.title:
            continue
        if fence.title in titles:
            message = f"title '{fence.title}' stands already in line {titles[fence.title]}"
            yield Problem(page.path, fence.line, "fence", message, "give it another title, or none")
        titles[fence.title] = fence.line
        if part_of(fence) is None and fence.title.split(":")[0].strip().lower() in ("before", "after"):
            yield Problem(
                page.path,
                fence.line,
                "fence",
                f"found title '{fence.title}', expected Before, After, or one of them with `: path`",
                "a fence that is not run needs another title",
            )
        if fence.title in ROLES and fence.language not in RUNNERS:
            known = ", ".join(RUNNERS)
            message = f"a sample in '{fence.language}', expected one of {known}"
            yield Problem(page.path, fence.line, "fence", message, "it could not be run")


def _samples(page: Page) -> Iterator[Problem]:
    kind = page.meta.get("kind")
    if page.meta.get("unproved") or kind not in KINDS or kind == "requirement":
        return
    wanted = ("After",) if kind == "added" else ROLES
    for role in wanted:
        if not has_code(page, role):
            yield Problem(
                page.path,
                0,
                "sample",
                f'no fence titled "{role}"',
                "add one, or say in `unproved:` why the claim cannot be run",
            )
