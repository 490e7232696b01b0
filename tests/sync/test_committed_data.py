"""The facts in the repository: as a sync writes them, at one with each other, and explained."""

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from atlas.check import support_dates as support_check
from atlas.facts import (
    default_files,
    docs_pages,
    gone_imports,
    proof_files,
    proofs,
    schema,
    source_files,
    support_dates,
)
from atlas.facts.django import Facts
from atlas.facts.schema import Atlas
from atlas.sync.consistency import contradictions
from atlas.sync.handkept import reminders
from atlas.sync.writer import texts
from atlas.words.versions import feature_release, sort_key

#: The type of each row of each file.
SHAPES = (
    *(
        schema.ReleasesFile,
        schema.ReleaseFacts,
        schema.Minimum,
        schema.PatchFacts,
        schema.CveFacts,
        schema.PatchEntry,
    ),
    *(schema.NotesFile, schema.Unit, schema.DeprecationFacts),
    *(support_dates.SupportDates, support_dates.Ends, support_dates.Planned, support_dates.Source),
    *(
        docs_pages.DocsFile,
        source_files.SourceFile,
        gone_imports.GoneAtHop,
        default_files.SettingsFile,
        default_files.FilesFile,
    ),
    *(proof_files.PageRecord, proofs.SampleProof, proofs.Result, proofs.Message, proofs.Raised),
    *(proofs.FixerProof, proofs.StatementProof, proofs.Environment),
)


@pytest.fixture(scope="module")
def data(root: Path) -> Path:
    return root / "data"


@pytest.fixture(scope="module")
def facts(root: Path) -> Facts:
    return Facts(root)


@pytest.fixture(scope="module")
def atlas(facts: Facts) -> Atlas:
    """What the committed files say, by the types that a sync writes with."""
    return Atlas(
        django=facts.django,
        releases=facts.releases,
        patches=facts.patches,
        patch_notes=facts.patch_notes,
        cves=facts.cves,
        notes=facts.notes,
        deprecations=facts.deprecations,
    )


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


def test_the_support_dates_have_no_mistake_and_lack_no_release(
    atlas: Atlas, facts: Facts, data: Path
) -> None:
    assert list(support_check.check(facts)) == []
    assert list(reminders(data / "support.yml", atlas)) == []


def test_a_month_stays_a_month(facts: Facts) -> None:
    ends = facts.support.releases["5.2"]
    assert ends.security_fixes_end.date.iso == "2028-04"
    assert ends.bug_fixes_end.date.iso == "2025-12-03"
    assert {len(planned.date.date.iso) for planned in facts.support.planned.values()} == {len("2027-04")}


def names_of(shape: type) -> list[str]:
    """The names under which the fields of a row are stored."""
    if is_dataclass(shape):
        return [field.name for field in fields(shape)]
    return [field.alias or name for name, field in shape.model_fields.items()]  # type: ignore[attr-defined]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_is_explained(shape: type, data: Path) -> None:
    text = (data / "README.md").read_text(encoding="utf-8")
    for name in names_of(shape):
        assert f"`{name}`" in text, f"data/README.md does not explain {name}"
