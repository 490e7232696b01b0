"""The grids of Pythons, databases and libraries follow the facts."""

from macros.tables import requirements as macros
from tests.html_tables import tables
from tests.macros.one_page import here_on
from tests.project import PLANNED, Project


def test_the_python_grid_names_the_patch_release_that_added_a_python(project: Project) -> None:
    (table,) = tables(macros.python_grid(here_on(project)))
    column = table.header.index("3.11")
    cells = {row[0]: row[column] for row in table.rows}
    assert cells["4.0"] == "–no"
    assert cells["4.1"] == "from 4.1.3"
    assert cells["4.2 LTS"] == "yes"


def test_the_database_grid_marks_what_a_release_raised(project: Project) -> None:
    (table,) = tables(macros.database_grid(here_on(project)))
    column = table.header.index("PostgreSQL")
    cells = {row[0]: row[column] for row in table.rows}
    assert (cells["4.0"], cells["4.1"], cells["5.0"]) == ("10 raised", "11 raised", "12")


def test_libraries_for_geographic_data_have_a_grid_of_their_own(project: Project) -> None:
    (databases,) = tables(macros.database_grid(here_on(project)))
    (libraries,) = tables(macros.geo_grid(here_on(project)))
    assert "GDAL" not in databases.header
    gdal = {row[0]: row[libraries.header.index("GDAL")] for row in libraries.rows}
    assert (gdal["6.1"], gdal["4.1"], gdal["4.2 LTS"]) == ("3.3", "drops 2.1", "–not stated")


def test_the_requirements_of_a_release_say_what_the_one_before_asked_for(project: Project) -> None:
    html = macros.requirements_of(here_on(project))
    python, database, geo = tables(html)
    assert python.rows[-1] == ["3.11", "added in 4.1.3"]
    assert database.rows[0] == ["PostgreSQL", "11 raised", "10"]
    assert geo.rows == [["GDAL", "not stated", "2.1"], ["PostGIS", "not stated", "2.4"]]


def test_pythons_that_a_release_gave_up_are_listed(project: Project) -> None:
    python, *_ = tables(macros.requirements_of(here_on(project), "4.0"))
    assert python.rows[-2:] == [["3.6", "no longer supported"], ["3.7", "no longer supported"]]


def test_a_planned_release_has_no_requirements_yet(project: Project) -> None:
    said = macros.requirements_of(here_on(project), PLANNED[0])
    assert said == f"Django has not stated yet what {PLANNED[0]} runs on."
