"""The planner's form knows every version, area, Python and database, and is a form without scripts."""

import re
from collections import Counter

import pytest

from atlas.facts.django import Facts
from atlas.words.vocabulary import AREAS
from macros.pages.planner import GROUPS, planner, products, pythons
from tests.macros.one_page import here_on
from tests.project import Project


def drawn(project: Project, directories: bool = True) -> str:
    here = here_on(project, "upgrade/index.md", directories)
    return planner(here)


def options(html: str, name: str) -> list[str]:
    select = html.partition(f'<select name="{name}"')[2].partition("</select>")[0]
    return re.findall(r'<option value="([^"]+)"', select)


def test_every_area_stands_in_one_group() -> None:
    named = Counter(area for members in GROUPS.values() for area in members)
    assert dict(named) == dict.fromkeys(AREAS, 1)


def test_one_starts_from_any_version_and_goes_to_any_release(project: Project) -> None:
    facts, html = Facts(project.root), drawn(project)
    assert set(options(html, "from")) == {*facts.releases, *facts.patches}
    assert options(html, "to") == list(reversed(facts.releases))


def test_the_form_begins_with_no_release_and_the_newest_lts_release_as_the_goal(project: Project) -> None:
    html = drawn(project)
    assert re.search(r'<select name="from" required>\s*<option value="">choose</option>', html)
    assert re.findall(r'<option value="([^"]+)"[^>]* selected', html) == ["5.2"]


def test_releases_without_support_are_marked_in_both_lists(project: Project) -> None:
    html = drawn(project)
    assert 'label="Django 4.1 (ended)" data-release="4.1" data-label="Django 4.1"' in html
    assert re.search(
        r'<option value="4\.1" data-release="4\.1" data-label="4\.1">\s*4\.1 \(ended\)</option>', html
    )


def test_the_form_is_a_form_without_scripts(project: Project) -> None:
    html = drawn(project)
    assert 'action="#hop-by-hop" method="get"' in html
    assert 'class="plan-plain"' in html
    assert re.search(r'<details[^>]* id="plan-more" data-script hidden>', html)


def test_every_python_and_database_of_the_grids_can_be_chosen(project: Project) -> None:
    facts = Facts(project.root)
    assert pythons(facts)[0] == max(pythons(facts), key=lambda one: int(one.partition(".")[2]))
    assert {name for one in facts.releases.values() for name in one.databases} == set(products(facts))
    assert all(f'data-product="{name}"' in drawn(project) for name in products(facts))


@pytest.mark.parametrize(("directories", "suffix"), [(True, "/"), (False, ".html")])
def test_scripts_learn_how_addresses_end(project: Project, directories: bool, suffix: str) -> None:
    html = drawn(project, directories)
    assert f'data-suffix="{suffix}"' in html
    assert 'data-changes="../releases/"' in html
    assert 'data-hosted="https://atlas.example/"' in html
