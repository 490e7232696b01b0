"""The planner's data hold what a plan needs, in the order of a plan, and stay small."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from atlas.decide import tiers
from atlas.decide.impact import rated
from atlas.decide.plan import Hop, every_change, hops
from atlas.facts import default_files
from atlas.facts.proofs import PageProof, Proofs, SampleProof
from atlas.publish.plan_data import feature_data, moved, plan_data, write_plan
from atlas.records.library import Library, load
from atlas.records.redirects import Redirects
from atlas.words.versions import sort_key
from tests.library import library_of
from tests.project import GOOD, PLANNED, Project

NOTHING_RUN = Proofs({}, {})
NOTHING_MOVED = Redirects({})
#: Bytes after gzip of what every plan needs, and of the new features, which load when they are asked for.
BUDGET = 80_000


def hops_of(library: Library) -> tuple[Hop, ...]:
    return hops(library, default_files.load(library.facts.data))


def data(project: Project, proofs: Proofs = NOTHING_RUN) -> dict[str, Any]:
    library, problems = load(project.root)
    assert not problems
    return plan_data(library, hops_of(library), proofs, NOTHING_MOVED)


def first_step(project: Project, proofs: Proofs = NOTHING_RUN) -> dict[str, Any]:
    """The first step, its phrases in words."""
    found = data(project, proofs)
    step = {field: values[0] for field, values in found["steps"].items()}
    return step | {
        field: found["phrases"][step[field]] for field in ("kind", "possible", "end", "how", "proof", "only")
    }


def test_a_change_brings_all_that_its_step_shows(project: Project) -> None:
    text = GOOD.replace("fixer: manual", "fixer: utils_timezone\nfix_from: 3.2\nsilent: true")
    project.write("4.1/shelves", text)
    assert first_step(project) == {
        "id": "4.1/shelves",
        "title": "Shelves close on Sundays",
        "summary": "Asking for a shelf on a Sunday warns now and fails in the release after next.",
        "area": "auth",
        "impact": "low",
        "silent": 1,
        "possibleFrom": "3.2",
        "necessaryBy": "5.0",
        "kind": "Deprecated in 4.1",
        "possible": "can be done from 3.2 on",
        "end": "stops in 5.0",
        "how": "django-upgrade rewrites the common form (utils_timezone)",
        "proof": "",
        "only": "",
        "fixer": "utils_timezone",
        "detect": 0,
        "names": "LogoutView",
        "requires": 0,
    }


def test_a_name_that_the_title_says_is_not_said_again(project: Project) -> None:
    project.write("4.1/shelves", GOOD.replace("Shelves close", "LogoutView closes"))
    assert first_step(project)["names"] == ""


def test_what_was_run_is_proved(project: Project) -> None:
    project.write("4.1/shelves")
    sample = SampleProof("0123456789ab", ())
    proofs = Proofs({"4.1/shelves": PageProof({"Before": sample})}, {})
    assert first_step(project, proofs)["proof"] == "proved by runs"


def places(text: str) -> list[int]:
    runs = [[int(place) for place in run.split("-")] for run in text.split(",") if run]
    return [place for run in runs for place in range(run[0], run[-1] + 1)]


def test_hops_name_the_steps_of_each_group_in_the_order_of_a_plan(root: Path) -> None:
    library = rated(library_of(root), NOTHING_RUN)
    found = hops_of(library)
    made = plan_data(library, found, NOTHING_RUN, NOTHING_MOVED)
    ids = made["steps"]["id"]
    assert ids == [change.id for change in every_change(found)]
    for hop, row in zip(found, made["hops"], strict=True):
        run, *groups = row["groups"]
        assert (run["key"], run["steps"]) == ("run", {})
        named = {
            group["key"]: {
                tier: [ids[place] for place in places(some)] for tier, some in group["steps"].items()
            }
            for group in groups
        }
        assert named == {
            one.key: {tier: [change.id for change in some] for tier, some in one.by_tier.items()}
            for one in tiers.lists(hop, NOTHING_RUN)
        }, row["title"]


def test_a_step_of_two_hops_is_written_once(project: Project) -> None:
    project.write("4.1/shelves")
    made = data(project)
    rows = {row["to"]: {group["key"]: group["steps"] for group in row["groups"]} for row in made["hops"]}
    assert made["steps"]["id"] == ["4.1/shelves"]
    assert (rows["4.1"]["low"], rows["5.0"]["low"]) == ({"warns": "0"}, {"stops": "0"})
    assert not any(rows["4.2"].values())


def test_every_release_that_a_step_names_has_its_place_in_the_order(root: Path) -> None:
    library = library_of(root)
    made = plan_data(library, hops_of(library), NOTHING_RUN, NOTHING_MOVED)
    assert made["order"] == sorted(made["order"], key=sort_key)
    assert {*made["steps"]["possibleFrom"], *made["steps"]["necessaryBy"]} <= set(made["order"])


def test_a_release_brings_its_patches_and_where_to_go_from_it(project: Project) -> None:
    release = data(project)["releases"]["4.1"]
    assert release["dates"]["4.1.13"] == "2023-11-01"
    assert (release["newest"], release["goal"], release["patch"]["id"]) == ("4.1.13", "5.2", "patch/4.1.13")
    assert data(project)["planned"] == list(PLANNED)


def test_a_hop_brings_what_is_done_beside_its_changes(project: Project) -> None:
    made = data(project)
    hop = next(row for row in made["hops"] if row["to"] == "4.1")
    assert (hop["title"], hop["start"], hop["goal"]) == ("4.0 to 4.1", "4.0.10", "4.1.13")
    assert hop["install"]["id"] == "switch/4.1"
    assert "--target-version 4.1" in hop["commands"]
    assert "install 4.1.13" in hop["order"]
    assert hop["notes"]["open"] == 118
    assert hop["notes"]["url"] == "https://docs.djangoproject.com/en/6.1/releases/4.1/"
    moves = {move["product"]: move for move in hop["moves"]}
    assert moves["Python"]["takes"] == ["3.8", "3.9", "3.10", "3.11"]
    assert made["phrases"][moves["PostgreSQL"]["title"]] == "Move from PostgreSQL {found} to 11 or newer"


def test_a_cve_says_on_which_releases_it_is_fixed(project: Project) -> None:
    table = data(project)["cves"]
    rows = {row[0]: dict(zip(table["fields"], row, strict=True)) for row in table["rows"]}
    assert rows["CVE-2022-28346"]["fixedIn"].split()[0] == "2.2"
    assert [row[1] for row in table["rows"]] == sorted((row[1] for row in table["rows"]), reverse=True)


def test_new_features_are_a_file_of_their_own(project: Project) -> None:
    text = GOOD.replace("kind: deprecated", "kind: added").replace("impact: low\nremoved: 5.0\n", "")
    project.write("4.1/shelves", text.replace("fixer: manual\n", ""))
    library, problems = load(project.root)
    assert not problems
    assert data(project)["steps"]["id"] == []
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
    rows = json.loads(text.partition("data=")[2].removesuffix(";\n"))["steps"]["summary"]
    assert rows[0].startswith("Asking on a\u2028Sunday")


def write(library: Library, folder: Path) -> list[Path]:
    return write_plan(library, hops_of(library), NOTHING_RUN, NOTHING_MOVED, folder)


def weights(library: Library, folder: Path) -> dict[str, int]:
    return {path.name: len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in write(library, folder)}


def test_the_data_of_all_releases_are_light(root: Path, tmp_path: Path) -> None:
    found = weights(library_of(root), tmp_path)
    assert set(found) == {"hops.js", "features.js"}
    assert all(weight < BUDGET for weight in found.values()), found


def test_data_that_grow_are_weighed(project: Project, tmp_path: Path) -> None:
    project.write("4.1/shelves")
    small = weights(load(project.root)[0], tmp_path)["hops.js"]
    project.write("4.1/boards", GOOD.replace("Shelves close", "Boards creak loudly"))
    assert weights(load(project.root)[0], tmp_path)["hops.js"] > small


@pytest.mark.parametrize("name", ["hops.js", "features.js"])
def test_a_built_site_has_the_files(built_site: Path, name: str) -> None:
    assert (built_site / "assets/planner" / name).is_file()
