"""A page documents the published files and links to them in both layouts."""

from dataclasses import replace

import pytest

from macros.tables.api import MODELS, api_fields, api_file, site_file
from tests.html_tables import tables
from tests.macros.one_page import here_on
from tests.project import Project


@pytest.mark.parametrize("name", MODELS)
def test_every_object_has_a_table_of_fields(project: Project, name: str) -> None:
    (table,) = tables(api_fields(here_on(project), name))
    assert [row[0] for row in table.rows] == list(MODELS[name].model_fields)


def test_a_closed_list_is_spelled_out(project: Project) -> None:
    (table,) = tables(api_fields(here_on(project), "a change"))
    row = next(row for row in table.rows if row[0] == "impact")
    assert row[2].endswith("One of high, medium, low.")


@pytest.mark.parametrize(("directories", "way"), [(True, "../../api/v1/"), (False, "../../api/v1/")])
def test_a_file_is_linked_relative_to_the_page(project: Project, directories: bool, way: str) -> None:
    here = here_on(project, "releases/4.1/index.md", directories)
    assert f'href="{way}changes.json"' in api_file(here, "changes.json")


def test_a_file_that_is_not_written_is_named_and_not_linked(project: Project) -> None:
    here = here_on(project, "index.md")
    assert "href" in site_file(here, "feed.xml")
    nowhere = replace(here, build=replace(here.build, site_url="/"))
    assert site_file(nowhere, "feed.xml") == "<code>feed.xml</code>"
    assert "href" in api_file(nowhere, "changes.json")


def test_the_front_page_links_without_climbing(project: Project) -> None:
    assert 'href="api/v1/changes.json"' in api_file(here_on(project, "index.md"), "changes.json")
