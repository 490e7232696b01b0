"""`packages.json` has what ran, what failed and the bridges; what was not tried is not in it."""

from datetime import date

from atlas.publish.packages import packages_file
from atlas.records.library import load
from tests.macros.tables.package_data import GONE, NAME, write
from tests.project import Project


def test_a_package_is_published_with_what_ran(project: Project) -> None:
    write(project)
    library, problems = load(project.root)
    assert not problems
    lamps, shelves = packages_file(library, date(2026, 11, 21), "https://atlas.example/").packages
    assert (lamps.listed, lamps.releases, lamps.bridges) == (None, [], [])
    assert (shelves.url, shelves.listed) == (f"https://atlas.example/packages/{NAME}/", "3.1")
    assert [row.release for row in shelves.releases] == ["4.0", "4.1", "4.2"]
    assert shelves.releases[1].model_dump() == {
        "release": "4.1",
        "django": "4.1.13",
        "python": "3.10.13",
        "run": "2026-11-02",
        "smallest": None,
        "newest": "3.0",
        "installs": "3.0",
        "declares": ">=4.1",
        "named": True,
        "ran": ["2.0", "3.0"],
        "failed": {"1.5": f"load: ImportError: {GONE}"},
    }
    assert [row.model_dump() for row in shelves.bridges] == [
        {"before": "4.0", "after": "4.1", "version": "2.0"}
    ]
