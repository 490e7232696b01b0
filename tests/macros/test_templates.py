"""The opening comment of a template names exactly what its caller has to give."""

import shutil
from pathlib import Path

import pytest

from tests.macros.templates import mistakes

PARTS, THEME = "macros/templates", "overrides"
WINDOWS = "tables/windows.jinja"


@pytest.mark.parametrize("folder", [PARTS, THEME])
def test_comments_name_what_templates_use(root: Path, folder: str) -> None:
    assert mistakes(root / folder) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (
            WINDOWS,
            "  statuses:",
            "  words:",
            WINDOWS + ": names too few ['statuses'], too many ['words'], or one twice",
        ),
        (
            WINDOWS,
            "{{ months[",
            "{{ years[",
            WINDOWS + ": names too few ['years'], too many ['months'], or one twice",
        ),
        (WINDOWS, "{#\n", "", WINDOWS + ": begins with no comment"),
        (
            WINDOWS,
            "  months:",
            "  months, months:",
            WINDOWS + ": names too few [], too many [], or one twice",
        ),
        (
            "pages/change/facts.jinja",
            "change, here, ",
            "change, ",
            "pages/change/facts.jinja: names too few ['here'], too many [], or one twice",
        ),
        (
            "pages/change/neighbors.jinja",
            "{{ change.release }}",
            "{{ release }}",
            "pages/change/sheet.jinja: names too few ['release'], too many [], or one twice",
        ),
        (
            "parts.jinja",
            "macro short(when)",
            "macro short(date)",
            "parts.jinja: macro short: takes ['date'], its comment names ['when']",
        ),
    ],
)
def test_a_comment_that_no_longer_holds_is_found(
    root: Path, tmp_path: Path, path: str, old: str, new: str, expected: str
) -> None:
    folder = tmp_path / "templates"
    shutil.copytree(root / PARTS, folder)
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")
    assert expected in mistakes(folder)
