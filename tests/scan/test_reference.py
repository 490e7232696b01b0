"""Every example of the reference for authors does what it says."""

from pathlib import Path

import pytest
import yaml

from atlas.records.pages import Fence, Page, read_page
from atlas.records.rules import Rule
from atlas.scan.engine import scan_texts
from atlas.words.rule_kinds import RULE_KINDS


@pytest.fixture(scope="module")
def page(root: Path) -> Page:
    path = root / "docs/about/detection-rules.md"
    return read_page(path, path.relative_to(root))


def examples(page: Page) -> list[tuple[Fence, list[Fence]]]:
    """Each fence of rules with the fences of code below it."""
    found: list[tuple[Fence, list[Fence]]] = []
    for fence in page.fences:
        if (
            fence.language in ("console", "toml")
            or "upgrade-atlas: ignore" in fence.text
            or fence.title.startswith(".")
        ):
            continue  # about the command: `tests/package/test_docs.py` runs these
        if fence.language == "yaml":
            found.append((fence, []))
        else:
            found[-1][1].append(fence)
    return found


def rules_of(fence: Fence, field: str = "detect") -> list[Rule]:
    written = yaml.load(fence.text, Loader=yaml.CBaseLoader).get(field, [])
    return [Rule(**rule) for rule in (written if isinstance(written, list) else [written])]


def test_the_marked_lines_are_found_and_no_others(page: Page) -> None:
    for rule_fence, code in examples(page):
        rules = [rule.plain() for rule in rules_of(rule_fence)]
        conditions = [rule.plain() for rule in rules_of(rule_fence, "only_with")]
        change = {"id": "4.0/example", "necessary_by": "4.0", "rules": rules, "only_with": conditions}
        hits = []
        for fence in code:
            assert fence.title, f"line {fence.line}: a fence of code needs a path as its title"
            marked = {number for number, line in enumerate(fence.text.split("\n"), 1) if "# found" in line}
            found = scan_texts([(fence.title, fence.text)], [change]).hits
            assert {hit.line for hit in found} == marked, f"line {fence.line}"
            hits += found
        assert {hit.rule for hit in hits} == set(range(len(rules))), f"line {rule_fence.line}"


def test_every_kind_has_a_section_a_row_and_an_example(page: Page) -> None:
    assert [heading.text for heading in page.headings if heading.level == 3] == list(RULE_KINDS)
    assert {rule.kind for fence, _ in examples(page) for rule in rules_of(fence)} == set(RULE_KINDS)
    for kind, conditions in RULE_KINDS.items():
        row = next(line for line in page.body.split("\n") if line.endswith("|") and f"(#{kind})" in line)
        assert kind == "method" or all(f"`{name}`" in row for name in conditions), kind
