"""The planner's data of packages have what ran, what did not, and the bridges; what was not run is not in them."""

from pathlib import Path

from atlas.decide.packages import views
from atlas.facts import package_runs, packages
from atlas.publish.plan_packages import ROW_FIELDS, package_data, write_packages
from tests.macros.tables.package_data import NAME, write
from tests.project import Project

RELEASES = ["3.2", "4.0", "4.1", "4.2"]


def test_a_row_of_a_release_has_what_ran_and_what_did_not(project: Project) -> None:
    write(project)
    data = project.root / "data"
    made = package_data(views(packages.read(data).packages, package_runs.read_all(data), RELEASES))
    assert list(made["packages"]) == [NAME]
    found = made["packages"][NAME]
    assert (found["listed"], found["bridges"]) == ("3.1", {"4.1": "2.0"})
    assert {release: dict(zip(made["fields"], row, strict=True)) for release, row in found["on"].items()} == {
        "4.0": dict(zip(ROW_FIELDS, (["1.5", "2.0"], ["1.0"], [], 1, "3.10"), strict=True)),
        "4.1": dict(zip(ROW_FIELDS, (["2.0", "3.0"], ["1.5"], [], 0, "3.10"), strict=True)),
        "4.2": dict(zip(ROW_FIELDS, ([], ["3.0"], [], 0, "3.10"), strict=True)),
    }


def test_the_data_are_a_script_that_a_page_on_disk_can_read(project: Project, tmp_path: Path) -> None:
    write(project)
    data = project.root / "data"
    path = write_packages(
        views(packages.read(data).packages, package_runs.read_all(data), RELEASES), tmp_path
    )
    assert path == tmp_path / "assets/planner/packages.js"
    assert path.read_text().startswith('(window.atlasPlanner=window.atlasPlanner||{}).packageRuns={"fields":')
