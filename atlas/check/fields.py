"""Fields that go together: what each kind of change must have, and must not have."""

from collections.abc import Iterator

from atlas.records.pages import Page
from atlas.words.problems import Problem
from atlas.words.vocabulary import FORCES_WORK

REQUIRED = {
    "changed": ("impact", "fixer"),
    "deprecated": ("impact", "fixer", "removed"),
    "removed": ("impact", "fixer"),
    "requirement": ("impact",),
}
#: What only a page that forces work may have.
ONLY_WORK = ("impact", "fixer", "removed", "silent", "exclude")
HOW = {
    "impact": "add `impact: high`, `medium` or `low` (about/conventions has the test for each)",
    "fixer": "add `fixer: manual`, or the django-upgrade fixer that rewrites it",
    "removed": "add `removed:` with the release in which it goes",
}


def check(page: Page) -> Iterator[Problem]:
    """Problems of one change page, read from its front matter as written (valid or not)."""
    kind = page.meta.get("kind")
    for name in REQUIRED.get(str(kind), ()):
        if name not in page.meta:
            line = page.line_of("kind")
            yield Problem(page.path, line, name, f"missing, and kind {kind} needs it", HOW[name])
    if kind == "added":
        for name in ONLY_WORK:
            if name in page.meta:
                yield Problem(
                    page.path,
                    page.line_of(name),
                    name,
                    f"found {page.meta[name]!r}, but kind added forces no work",
                    "take the field out, or change the kind",
                )
    if "exclude" in page.meta and "detect" not in page.meta and kind in FORCES_WORK:
        yield Problem(
            page.path,
            page.line_of("exclude"),
            "exclude",
            "there is no detection rule that it could limit",
            "take it out or add `detect:`",
        )
