"""The records of decisions: all of one shape, all in the index, none of them on the site."""

import re
from pathlib import Path

import pytest
import yaml

#: The headings of a record, in order. *Not chosen* may be left out.
SHAPE = re.compile("Context, Decision, Consequences(, Not chosen)?, What would change it")


def records(root: Path) -> list[Path]:
    """The records, in order of their numbers."""
    return sorted((root / "docs/decisions").glob("[0-9][0-9]-*.md"))


def headings(text: str) -> str:
    """The headings of the second level, as one line."""
    return ", ".join(re.findall(r"^## (.+)$", text, re.MULTILINE))


def test_every_record_has_the_same_shape(root: Path) -> None:
    assert len(records(root)) >= 10
    assert [one.name for one in records(root) if not SHAPE.fullmatch(headings(one.read_text()))] == []


@pytest.mark.parametrize("text", ["## Context\n## Decision\n", "## Decision\n## Context\n## Consequences\n"])
def test_a_record_without_consequences_or_in_another_order_is_noticed(text: str) -> None:
    assert not SHAPE.fullmatch(headings(text))


def test_a_record_is_read_in_two_minutes(root: Path) -> None:
    assert [one.name for one in records(root) if len(one.read_text().split("\n")) > 36] == []


def test_the_index_lists_each_record_once_and_in_order(root: Path) -> None:
    index = (root / "docs/decisions/README.md").read_text()
    assert re.findall(r"^\| \[\d\d\]\((.+?)\)", index, re.MULTILINE) == [one.name for one in records(root)]


def test_the_site_leaves_them_out(root: Path) -> None:
    config = (root / "mkdocs.yml").read_text()
    assert "/decisions/" in yaml.safe_load(re.sub(r"!!\S+", "", config))["exclude_docs"].split()
