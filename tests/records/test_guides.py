"""Guides: pages that are no changes and have evidence."""

import json
from pathlib import Path

import pytest

from atlas.check.site_files import read_site_files
from atlas.facts.proof_files import GUIDES_FILE, parsed
from atlas.records.evidence import statements_of
from atlas.records.guides import evidence_of, guide_id, is_of_change, load_guides
from atlas.records.pages import read_page
from atlas.words.problems import RecordsBroken

GUIDE = """\
---
title: A guide
---
Write a file.

```python title="catalog/models.py"
WORD = "of the reader"
```

## Evidence
```python title="catalog/extra.py"
WORD = "of the statement"
```
```python title="Holds everywhere: two is two"
assert 2 == 2
```
"""


def written(root: Path, name: str, text: str = GUIDE) -> Path:
    path = root / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.relative_to(root)


def test_a_page_with_evidence_that_is_no_change_is_a_guide(tmp_path: Path) -> None:
    for name in ("upgrade/hosting.md", "releases/4.2/index.md", "releases/4.2/x.md", "index.md"):
        written(tmp_path, name)
    written(tmp_path, "upgrade/policy.md", "---\ntitle: A guide\n---\nWords.\n")
    assert [guide.id for guide in load_guides(tmp_path)] == ["index", "releases/4.2/index", "upgrade/hosting"]


@pytest.mark.parametrize(
    ("path", "change"),
    [("releases/4.2/x.md", True), ("releases/4.2/index.md", False), ("releases/index.md", False)],
)
def test_a_change_is_told_by_its_path(path: str, change: bool) -> None:
    assert is_of_change(Path("docs") / path) is change
    assert guide_id(Path("docs") / path) == path.removesuffix(".md")


def test_files_that_a_guide_shows_are_none_of_its_statements(tmp_path: Path) -> None:
    written(tmp_path, "upgrade/hosting.md")
    (guide,) = load_guides(tmp_path)
    (statement,) = statements_of(guide.proved)
    assert statement.sample.files == {"catalog/extra.py": 'WORD = "of the statement"\n'}


def test_the_lines_of_evidence_are_those_of_the_page(tmp_path: Path) -> None:
    page = read_page(tmp_path / written(tmp_path, "upgrade/hosting.md"), Path("x.md"))
    (statement,) = statements_of(evidence_of(page))
    assert (
        statement.sample.line
        == GUIDE.splitlines().index('```python title="Holds everywhere: two is two"') + 1
    )


def test_a_page_without_evidence_has_an_empty_one(tmp_path: Path) -> None:
    text = GUIDE.replace("## Evidence", "## Proof")
    page = read_page(tmp_path / written(tmp_path, "upgrade/hosting.md", text), Path("x.md"))
    assert evidence_of(page).fences == []


def test_a_guide_names_the_services_that_it_needs(tmp_path: Path) -> None:
    written(tmp_path, "upgrade/hosting.md", GUIDE.replace("A guide\n", "A guide\nneeds: [postgresql]\n"))
    (guide,) = load_guides(tmp_path)
    assert guide.needs == ("postgresql",)


def test_the_id_of_every_guide_may_be_recorded(root: Path) -> None:
    statement = {"key": "0123456789ab", "on": "everywhere"}
    pages = read_site_files(root).pages
    guides = {guide_id(path): {"Holds: so it is": statement} for path in pages if not is_of_change(path)}
    assert set(parsed(json.dumps(guides), GUIDES_FILE)) == set(guides)
    with pytest.raises(RecordsBroken):
        parsed(json.dumps({"Upgrade//x": {}}), GUIDES_FILE)
