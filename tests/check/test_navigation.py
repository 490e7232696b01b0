"""The navigation has every release and every hop, in order; each mistake is a line with what to write."""

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from atlas.check.everything import inspect
from tests.project import Project

FOURONE, FOURZERO = "releases/4.1/index.md", "releases/4.0/index.md"
HOP, LAST = "upgrade/4.0-to-4.1.md", "upgrade/6.0-to-6.1.md"
INDEX = "---\ntitle: Django {release}\nsummary: A release about which this test says nothing.\n---\n"


@pytest.fixture
def site(project: Project, root: Path) -> Project:
    """A project with the real navigation, and a page for each entry of it."""
    shutil.copy(root / "mkdocs.yml", project.root)
    for path in (root / "docs/releases").glob("*/index.md"):
        project.write(f"{path.parent.name}/index", INDEX.format(release=path.parent.name))
    for path in (root / "docs/releases").glob("*/*/index.md"):
        target = project.root / path.relative_to(root)
        target.parent.mkdir()
        shutil.copy(path, target)
    shutil.copytree(root / "docs/upgrade", project.root / "docs/upgrade")
    return project


def change(site: Project, old: str, new: str) -> int:
    """Replace a part of mkdocs.yml that is there once; its line."""
    path = site.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def problems(site: Project) -> list[str]:
    return [str(problem) for problem in inspect(site.root)[1] if "docs/upgrade" not in str(problem.path)]


def test_the_real_navigation_has_no_mistake(site: Project) -> None:
    assert problems(site) == []


def test_a_release_that_is_missing_is_said_with_the_line_to_write(site: Project) -> None:
    section = change(site, f"      - {FOURONE}\n", "")
    (said,) = problems(site)
    assert said.startswith("mkdocs.yml:")
    assert int(said.split(":")[1]) < section
    assert said.endswith(
        f": nav: {FOURONE} is missing; add the line `- {FOURONE}` below `- releases/4.2/index.md`"
    )


def test_a_patch_release_without_a_page_is_said(site: Project) -> None:
    (site.root / "docs/releases/4.1/4.1.13/index.md").unlink()
    assert problems(site) == [
        "docs/releases/4.1/4.1.13/index.md: file: missing, and patches.json has the release; make sync"
    ]


def test_releases_stand_newest_first(site: Project) -> None:
    line = change(
        site, f"      - {FOURONE}\n      - {FOURZERO}\n", f"      - {FOURZERO}\n      - {FOURONE}\n"
    )
    expected = f"found {FOURZERO}, expected {FOURONE}; move `- {FOURONE}` above `- {FOURZERO}`"
    assert problems(site) == [f"mkdocs.yml:{line}: nav: {expected}"]


def test_a_release_without_a_page_is_no_entry(site: Project) -> None:
    line = change(site, f"      - {FOURONE}\n", f"      - {FOURONE}\n      - releases/4.9/index.md\n")
    assert problems(site) == [
        f"mkdocs.yml:{line + 1}: nav: releases/4.9/index.md is no page of a release; take it out"
    ]


def test_an_entry_stands_once(site: Project) -> None:
    line = change(site, f"      - {HOP}\n", f"      - {HOP}\n      - {HOP}\n")
    assert problems(site) == [f"mkdocs.yml:{line + 1}: nav: {HOP} stands twice; keep one of them"]


def test_a_hop_that_is_missing_is_said_with_the_line_to_write(site: Project) -> None:
    change(site, f"      - {LAST}\n", "")
    (said,) = problems(site)
    assert said.endswith(f"nav: {LAST} is missing; add the line `- {LAST}` below `- upgrade/5.2-to-6.0.md`")


def test_a_hop_has_a_page(site: Project) -> None:
    (site.root / "docs" / LAST).unlink()
    change(site, f"      - {LAST}\n", "")
    remedy = "copy docs/upgrade/5.2-to-6.0.md and replace the releases in it"
    assert f"docs/{LAST}: file: missing, and releases.json has the hop; {remedy}" in map(
        str, inspect(site.root)[1]
    )


def test_guides_stand_in_the_order_that_their_author_chooses(site: Project) -> None:
    first, second = "      - upgrade/policy.md\n", "      - upgrade/new-project.md\n"
    change(site, first + second, second + first)
    assert problems(site) == []


def test_a_project_without_a_site_has_no_navigation(project: Project) -> None:
    assert inspect(project.root)[1] == []


def test_the_hops_are_those_between_releases_that_are_out(site: Project) -> None:
    facts = inspect(site.root)[0].facts
    names = [f"{old}-to-{new}.md" for old, new in pairwise(facts.releases)]
    assert all((site.root / "docs/upgrade" / name).is_file() for name in names)
