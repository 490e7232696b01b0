"""The planner's data hold what a plan needs, in the order of a plan, and stay small."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from atlas.decide.plan import urgent_first
from atlas.facts.proofs import PageProof, Proofs, SampleProof
from atlas.publish.plan_data import CHANGE_FIELDS, feature_data, moved, plan_data, write_plan
from atlas.records.library import Library, load
from atlas.records.redirects import Redirects
from tests.project import GOOD, Project

NOTHING_RUN = Proofs({}, {})
NOTHING_MOVED = Redirects({})
#: Bytes after gzip of what every plan needs, and of the new features, which load when they are asked for.
BUDGET = 80_000


def data(project: Project, proofs: Proofs = NOTHING_RUN) -> dict[str, Any]:
    library, problems = load(project.root)
    assert not problems
    return plan_data(library, proofs, NOTHING_MOVED)


def first_change(project: Project, proofs: Proofs = NOTHING_RUN) -> dict[str, Any]:
    return dict(zip(CHANGE_FIELDS, data(project, proofs)["changes"]["rows"][0], strict=True))


def test_a_change_brings_all_that_its_step_shows(project: Project) -> None:
    text = GOOD.replace("fixer: manual", "fixer: utils_timezone\nfix_from: 3.2\nsilent: true")
    project.write("4.1/shelves", text)
    assert first_change(project) == {
        "id": "4.1/shelves",
        "title": "Shelves close on Sundays",
        "summary": "Asking for a shelf on a Sunday warns now and fails in the release after next.",
        "kind": "deprecated",
        "area": "auth",
        "impact": "low",
        "silent": 1,
        "removed": "5.0",
        "fixFrom": "3.2",
        "fixer": "utils_timezone",
        "detect": 0,
        "proved": 0,
        "names": "LogoutView",
        "requires": 0,
    }


def test_a_name_that_the_title_says_is_not_said_again(project: Project) -> None:
    project.write("4.1/shelves", GOOD.replace("Shelves close", "LogoutView closes"))
    assert first_change(project)["names"] == ""


def test_what_was_run_is_proved(project: Project) -> None:
    project.write("4.1/shelves")
    sample = SampleProof("0123456789ab", ())
    proofs = Proofs({"4.1/shelves": PageProof({"Before": sample})}, {})
    assert first_change(project, proofs)["proved"] == 1


def test_changes_come_in_the_order_of_a_plan(root: Path) -> None:
    library, _ = load(root)
    ids = [row[0] for row in plan_data(library, NOTHING_RUN, NOTHING_MOVED)["changes"]["rows"]]
    assert ids == [change.id for change in urgent_first(library.changes)]


def test_a_release_brings_patches_support_and_how_much_of_its_notes_is_open(project: Project) -> None:
    release = data(project)["releases"]["4.1"]
    assert release["patches"]["4.1.13"] == "2023-11-01"
    assert release["securityFixesEnd"] == "2023-12-01"
    assert release["pythons"] == ["3.8", "3.9", "3.10", "3.11"]
    assert release["databases"]["PostgreSQL"] == "11"
    assert release["units"] == [118, 118]
    assert release["notes"] == "https://docs.djangoproject.com/en/6.1/releases/4.1/"
    assert data(project)["planned"] == ["6.2", "2028", "2029"]


def test_new_features_are_a_file_of_their_own(project: Project) -> None:
    text = GOOD.replace("kind: deprecated", "kind: added").replace("impact: low\nremoved: 5.0\n", "")
    project.write("4.1/shelves", text.replace("fixer: manual\n", ""))
    library, problems = load(project.root)
    assert not problems
    assert data(project)["changes"]["rows"] == []
    assert [row[0] for row in feature_data(library)["rows"]] == ["4.1/shelves"]


def test_a_change_that_got_another_name_is_known_by_both(project: Project) -> None:
    project.write("4.1/shelves")
    library, _ = load(project.root)
    redirects = Redirects(
        {
            "/releases/4.1/boards/": "/releases/4.1/planks/",
            "/releases/4.1/planks/": "/releases/4.1/shelves/",
            "/releases/4.1/shelves/#old": "/releases/4.1/shelves/#new",
            "/about/old/": "/about/new/",
        }
    )
    assert moved(library, redirects) == {"4.1/boards": "4.1/shelves", "4.1/planks": "4.1/shelves"}


def test_files_are_scripts_with_the_same_bytes_each_time(project: Project, tmp_path: Path) -> None:
    text = GOOD.replace("summary: Asking for a shelf on a Sunday", 'summary: "Asking on a\\LSunday')
    project.write("4.1/shelves", text.replace("after next.", 'after next."'))
    library, _ = load(project.root)
    first = [path.read_bytes() for path in write(library, tmp_path / "one")]
    assert first == [path.read_bytes() for path in write(library, tmp_path / "two")]
    text = first[0].decode()
    assert text.startswith("(window.atlasPlanner=window.atlasPlanner||{}).data={")
    assert "\u2028" not in text
    rows = json.loads(text.partition("data=")[2].removesuffix(";\n"))["changes"]["rows"]
    assert rows[0][2].startswith("Asking on a\u2028Sunday")


def write(library: Library, folder: Path) -> list[Path]:
    return write_plan(library, NOTHING_RUN, NOTHING_MOVED, folder)


def weights(library: Library, folder: Path) -> dict[str, int]:
    return {path.name: len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in write(library, folder)}


def test_the_data_of_all_releases_are_light(root: Path, tmp_path: Path) -> None:
    found = weights(load(root)[0], tmp_path)
    assert set(found) == {"plan.js", "features.js"}
    assert all(weight < BUDGET for weight in found.values()), found


def test_data_that_grow_are_weighed(project: Project, tmp_path: Path) -> None:
    project.write("4.1/shelves")
    small = weights(load(project.root)[0], tmp_path)["plan.js"]
    project.write("4.1/boards", GOOD.replace("Shelves close", "Boards creak loudly"))
    assert weights(load(project.root)[0], tmp_path)["plan.js"] > small


@pytest.mark.parametrize("name", ["plan.js", "features.js"])
def test_a_built_site_has_the_files(built_site: Path, name: str) -> None:
    assert (built_site / "assets/planner" / name).is_file()
