"""The navigation has every release and every hop, in order; each mistake is a line with what to write."""

import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pathspec import GitIgnoreSpec

from atlas.check.everything import inspect
from atlas.check.site_files import matched, read_site_files
from tests.project import Project

FOURONE, FOURZERO = "releases/4.1/index.md", "releases/4.0/index.md"
HOP, LAST = "upgrade/4.0-to-4.1.md", "upgrade/6.0-to-6.1.md"
GUIDE = "---\ntitle: A guide\ndescription: A page that says nothing.\n---\n"
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
    for path in [*(root / "docs").glob("*.md"), *(root / "docs").glob("[apr]*/*.md")]:
        guide(project, path.relative_to(root / "docs").as_posix())
    return project


def guide(project: Project, source: str) -> None:
    """Write a page that says nothing below the project's docs/."""
    path = project.root / "docs" / source
    path.parent.mkdir(exist_ok=True)
    path.write_text(GUIDE, encoding="utf-8")


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


def test_a_release_without_a_page_is_said(site: Project) -> None:
    (site.root / "docs/releases/4.1/index.md").unlink()
    said = "docs/releases/4.1/index.md: file: missing, and releases.json has the release"
    assert f"{said}; begin it as docs/releases/4.0/index.md is begun" in problems(site)


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
        f"mkdocs.yml:{line + 1}: nav: releases/4.9/index.md is not there; take the entry out, or write the page"
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


def test_a_guide_that_is_missing_is_said_with_the_line_to_write(site: Project) -> None:
    change(site, "      - about/data.md\n", "")
    (said,) = problems(site)
    assert said.endswith(
        ": nav: about/data.md is missing; add the line `- about/data.md` below `- about/offline.md`"
    )


def test_a_guide_in_a_new_folder_is_missing_from_the_navigation(site: Project) -> None:
    guide(site, "stories/one.md")
    line = (site.root / "mkdocs.yml").read_text(encoding="utf-8").split("\n").index("nav:") + 1
    assert problems(site) == [
        f"mkdocs.yml:{line}: nav: stories/one.md is missing; add the line `- stories/one.md` to a section of `nav`"
    ]


def test_a_misspelt_entry_is_said_with_the_page_that_was_meant(site: Project) -> None:
    line = change(site, "      - about/offline.md\n", "      - about/ofline.md\n")
    assert (
        f"mkdocs.yml:{line}: nav: about/ofline.md is not there; did you mean 'about/offline.md'?"
        in problems(site)
    )


def test_an_entry_that_the_site_leaves_out_is_said(site: Project) -> None:
    guide(site, "decisions/one.md")
    line = change(site, "      - about/data.md\n", "      - about/data.md\n      - decisions/one.md\n") + 1
    (said,) = problems(site)
    assert said.startswith(f"mkdocs.yml:{line}: nav: decisions/one.md is left out by exclude_docs; ")


def test_an_entry_with_a_title_and_one_that_leads_elsewhere_are_right(site: Project) -> None:
    change(
        site, "      - about/data.md\n", "      - Data: about/data.md\n      - Django: https://example.com/\n"
    )
    assert problems(site) == []


#: The settings as a whole, what is done to them, and the one line that must come of it.
BROKEN: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a byte that is no UTF-8": (
        lambda text: text + b"# caf\xe9\n",
        ":LAST: encoding: found the byte 0xe9, expected UTF-8; save the file as UTF-8",
    ),
    "a bracket that is not closed": (
        lambda text: text + b"plugin: [\n",
        ":END: file: not valid YAML (did not find expected node content); put text",
    ),
    "a tab": (
        lambda text: text + b"\tplugin: x\n",
        ":LAST: file: not valid YAML (found character that cannot start any token); write spaces",
    ),
    "a setting that stands twice": (
        lambda text: text + b"strict: false\n",
        ":LAST: strict: stands twice in the file; keep one of them",
    ),
    "line ends of Windows": (
        lambda text: text.replace(b"\n", b"\r\n"),
        ":1: line ends: the line ends with a carriage return",
    ),
    "a list of settings": (lambda _: b"- nav\n", ": file: found no settings, expected `key: value` lines"),
    "nothing": (
        lambda _: b"",
        ": file: found no settings, expected `key: value` lines; take it back with git",
    ),
    "no navigation": (lambda _: b"strict: true\n", ": nav: missing; take it back with git"),
    "a navigation that is no list": (
        lambda _: b"strict: true\nnav: index.md\n",
        ":2: nav: expected a list of pages and of sections; take it back with git",
    ),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_settings_that_cannot_be_read_are_one_line(site: Project, mistake: str) -> None:
    damage, expected = BROKEN[mistake]
    path = site.root / "mkdocs.yml"
    guide(site, "decisions/one.md")
    lines = path.read_bytes().count(b"\n")
    path.write_bytes(damage(path.read_bytes()))
    (said,) = problems(site)
    expected = expected.replace("LAST", str(lines + 1)).replace("END", str(lines + 2))
    assert said.startswith(f"mkdocs.yml{expected}")


def test_what_the_site_leaves_out_is_what_the_site_builder_leaves_out(root: Path) -> None:
    site = read_site_files(root)
    assert site.settings
    for setting in ("exclude_docs", "not_in_nav"):
        text = site.settings.value[setting]
        builder, ours = GitIgnoreSpec.from_lines(text.splitlines()), text.split()
        files = [
            path.relative_to(root / "docs").as_posix()
            for path in (root / "docs").rglob("*")
            if path.is_file()
        ]
        assert {one for one in files if matched(one, ours)} == set(builder.match_files(files)) != set()
