"""The facts in the repository: as a sync writes them, at one with each other, and explained."""

import json
import re
from pathlib import Path

import pytest
import yaml

from atlas.facts.schema import Atlas, Cve, Deprecation, Minimum, Patch, Release, Row
from atlas.sync.consistency import contradictions
from atlas.sync.handkept import reminders
from atlas.sync.writer import texts
from atlas.words.versions import feature_release, sort_key

DATE = r"\d{4}-\d\d(?:-\d\d)?"


@pytest.fixture(scope="module")
def data(root: Path) -> Path:
    return root / "data"


@pytest.fixture(scope="module")
def atlas(data: Path) -> Atlas:
    """What the committed files say, held to the shapes that a sync writes."""

    def load(name: str) -> object:
        return json.loads((data / name).read_text(encoding="utf-8"))

    notes = [json.loads(path.read_text(encoding="utf-8")) for path in (data / "notes").glob("*.json")]
    releases = json.loads((data / "releases.json").read_text(encoding="utf-8"))
    return Atlas.model_validate(
        {
            **releases,
            "patches": load("patches.json"),
            "cves": load("cves.json"),
            "deprecations": load("deprecations.json"),
            "notes": {one["release"]: one["rows"] for one in notes},
        }
    )


@pytest.fixture(scope="module")
def support(data: Path) -> dict[str, dict[str, dict[str, dict[str, str]]]]:
    loaded: dict[str, dict[str, dict[str, dict[str, str]]]] = yaml.safe_load(
        (data / "support.yml").read_text(encoding="utf-8")
    )
    return loaded


def test_the_files_are_exactly_as_a_sync_writes_them(atlas: Atlas, data: Path) -> None:
    for name, text in texts(atlas).items():
        assert (data / name).read_text(encoding="utf-8") == text, f"{name}: run `make sync`"


def test_the_facts_do_not_contradict_each_other(atlas: Atlas) -> None:
    assert contradictions(atlas) == []


def test_every_release_from_2_2_to_the_newest_has_its_notes(atlas: Atlas) -> None:
    assert next(iter(atlas.releases)) == "2.2"
    assert list(atlas.releases)[-1] == feature_release(atlas.django)
    assert set(atlas.notes) == set(atlas.releases)


def test_releases_and_patch_releases_stand_in_order(atlas: Atlas) -> None:
    for versions in (atlas.releases, atlas.patches):
        assert list(versions) == sorted(versions, key=sort_key)


def test_a_few_facts_that_everybody_knows(atlas: Atlas) -> None:
    assert atlas.releases["4.1"].date == "2022-08-03"
    assert atlas.releases["4.1"].pythons["3.11"] == "4.1.3"
    assert atlas.releases["4.1"].databases["PostgreSQL"].minimum == "11"
    assert [version for version, release in atlas.releases.items() if release.lts][:4] == [
        "2.2",
        "3.2",
        "4.2",
        "5.2",
    ]
    assert "CVE-2022-34265" in atlas.patches["4.0.6"].cves


def test_every_supported_date_is_kept_with_a_known_source(
    atlas: Atlas, data: Path, support: dict[str, dict[str, dict[str, dict[str, str]]]]
) -> None:
    assert list(reminders(data / "support.yml", atlas)) == []
    for rows in (support["releases"], support["planned"]):
        for fields in rows.values():
            for value in (value for value in fields.values() if isinstance(value, dict)):
                assert re.fullmatch(DATE, value["date"])
                assert set(support["sources"][value["source"]]) == {"repository", "path", "commit", "checked"}


def test_a_month_stays_a_month(support: dict[str, dict[str, dict[str, dict[str, str]]]]) -> None:
    ends = support["releases"]["5.2"]
    assert ends["security_fixes_end"]["date"] == "2028-04"
    assert ends["bug_fixes_end"]["date"] == "2025-12-03"
    assert support["planned"]["6.2"]["date"]["date"] == "2027-04"


def test_bug_fixes_end_before_security_fixes(
    atlas: Atlas, support: dict[str, dict[str, dict[str, dict[str, str]]]]
) -> None:
    for release, ends in support["releases"].items():
        out = atlas.releases[release].date
        assert out < ends["bug_fixes_end"]["date"] < ends["security_fixes_end"]["date"]


def test_planned_releases_come_after_those_that_are_out(
    atlas: Atlas, support: dict[str, dict[str, dict[str, dict[str, str]]]]
) -> None:
    newest = list(atlas.releases)[-1]
    assert all(sort_key(planned) > sort_key(newest) for planned in support["planned"])


@pytest.mark.parametrize("shape", [Release, Minimum, Patch, Cve, Row, Deprecation])
def test_every_field_is_explained(shape: type, data: Path) -> None:
    text = (data / "README.md").read_text(encoding="utf-8")
    for name, field in shape.model_fields.items():  # type: ignore[attr-defined]
        assert f"`{field.alias or name}`" in text, f"data/README.md does not explain {name}"
