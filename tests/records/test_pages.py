"""A page is read as its author wrote it: values stay text, lines are those of the file."""

from pathlib import Path

from atlas.records.pages import Page, read_page


def page(tmp_path: Path, text: str) -> Page:
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    return read_page(path, Path("page.md"))


def test_a_page_without_front_matter_is_all_text(tmp_path: Path) -> None:
    read = page(tmp_path, "# Title\n\nText.\n")
    assert read.meta == {}
    assert [(heading.line, heading.text) for heading in read.headings] == [(1, "Title")]


def test_versions_and_hashes_stay_text(tmp_path: Path) -> None:
    read = page(tmp_path, "---\nremoved: 5.10\ncovers: [12345678, 1e234567]\n---\n")
    assert read.meta == {"removed": "5.10", "covers": ["12345678", "1e234567"]}


def test_the_line_of_a_list_item_is_its_own(tmp_path: Path) -> None:
    read = page(tmp_path, "---\ntitle: x\ncovers:\n  - aa\n  - bb\n---\n")
    assert read.line_of("covers", 1) == 5
    assert read.line_of("covers", 7) == 3
    assert read.line_of("nowhere") == 1


def test_fences_know_language_title_and_line(tmp_path: Path) -> None:
    read = page(
        tmp_path, 'Text\n```python title="Before"\n# no heading\n```\n  ~~~ text\n  in a list\n  ~~~\n'
    )
    assert [(fence.line, fence.language, fence.title, fence.text) for fence in read.fences] == [
        (2, "python", "Before", "# no heading"),
        (5, "text", "", "in a list"),
    ]
    assert read.headings == []


def test_a_longer_fence_holds_a_shorter_one(tmp_path: Path) -> None:
    read = page(tmp_path, "````markdown\n```python\nx\n```\n````\n")
    assert [fence.text for fence in read.fences] == ["```python\nx\n```"]


def test_front_matter_without_an_end_does_not_swallow_the_error(tmp_path: Path) -> None:
    read = page(tmp_path, "---\ntitle: [broken\n")
    assert "is not closed" in str(read.problems[0])
