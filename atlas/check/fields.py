"""Fields that go together: what each kind of change must have, and must not have."""

from collections.abc import Iterator

from atlas.records.change import SAY_THE_END
from atlas.records.evidence import has_evidence
from atlas.records.pages import Page
from atlas.words.problems import Problem
from atlas.words.vocabulary import FORCES_WORK

#: What every page that forces work must have; on a page with evidence impact is computed, and reach goes into it.
REQUIRED = {
    "changed": ("impact", "fixer"),
    "deprecated": ("impact", "fixer", "removed"),
    "removed": ("impact", "fixer"),
    "requirement": ("impact",),
}
#: What only a page that forces work may have.
ONLY_WORK = ("impact", "reach", "harm", "fixer", "removed", "silent", "exclude", "only_with")
#: Lists in which nothing stands twice; `covers` is looked at with that of other pages.
LISTS = ("symbols", "keywords", "tickets", "cves", "needs")
HOW = {
    "impact": "add `impact: high`, `medium` or `low` (about/conventions has the test for each)",
    "reach": 'add `reach: {few: "the reason"}`, `many` or `most` (about/conventions has the shares)',
    "fixer": "add `fixer: manual`, or the django-upgrade fixer that rewrites it",
    "removed": SAY_THE_END,
}


def check(page: Page) -> Iterator[Problem]:
    """Problems of one change page, read from its front matter as written (valid or not)."""
    kind = page.meta.get("kind")
    evidence = has_evidence(page)
    for name in REQUIRED.get(str(kind), ()):
        name = "reach" if name == "impact" and evidence else name
        if name not in page.meta:
            line = page.line_of("kind")
            yield Problem(page.path, line, name, f"missing, and kind {kind} needs it", HOW[name])
    for name in ("severity", "impact") if evidence else ("severity", "harm", "reach", "looks"):
        if name in page.meta:
            why = "which is computed" if name in ("severity", "impact") else "on a page without `## Evidence`"
            yield Problem(
                page.path, page.line_of(name), name, f"found {page.meta[name]!r}, {why}", "take it out"
            )
    yield from _twice(page)
    if "requires" in page.meta and kind != "requirement":
        message = "found, but only kind requirement asks for something"
        yield Problem(
            page.path, page.line_of("requires"), "requires", message, "take it out, or change the kind"
        )
    breaks = evidence and ("detect" in page.meta or "undetectable" in page.meta)
    if kind == "added" and not breaks:
        for name in ONLY_WORK:
            if name in page.meta:
                yield Problem(
                    page.path,
                    page.line_of(name),
                    name,
                    f"found {page.meta[name]!r}, but kind added forces no work",
                    "take the field out, or change the kind",
                )
    for name in ("exclude", "only_with"):
        if name in page.meta and "detect" not in page.meta and kind in FORCES_WORK:
            message = "there is no detection rule that it could limit"
            yield Problem(page.path, page.line_of(name), name, message, "take it out or add `detect:`")


def _twice(page: Page) -> Iterator[Problem]:
    """Entries that stand twice in a list."""
    for name in LISTS:
        entries = page.meta.get(name)
        if not isinstance(entries, list):
            continue
        for number, entry in enumerate(entries):
            if entries.index(entry) != number:
                line = page.line_of(name, number)
                yield Problem(page.path, line, f"{name}.{number}", f"'{entry}' stands twice", "keep one")
