"""What each release gives a new project, as it is kept in `data/defaults/`."""

import json
from pathlib import Path

import pytest

from atlas.facts import default_files
from atlas.facts.defaults import Defaults, DefaultsOfHop
from atlas.facts.django import Facts
from atlas.prove.defaults import stale
from atlas.prove.targets import targets


@pytest.fixture(scope="module")
def kept(root: Path) -> Defaults:
    return default_files.load(root / "data")


def hop(kept: Defaults, new: str) -> DefaultsOfHop:
    return next(one for one in kept.hops() if one.new == new)


def test_the_data_belong_to_the_versions_that_are_pinned(root: Path) -> None:
    assert stale(root / "data", targets(Facts(root))) == [], "run: make prove"


def test_data_of_another_patch_release_are_stale(root: Path, tmp_path: Path) -> None:
    text = (root / "data/defaults/settings.json").read_text(encoding="utf-8")
    (tmp_path / "defaults").mkdir()
    (tmp_path / "defaults/settings.json").write_text(text.replace('"4.1.13"', '"4.1.12"'), encoding="utf-8")
    files = (root / "data/defaults/files.json").read_text(encoding="utf-8")
    (tmp_path / "defaults/files.json").write_text(files, encoding="utf-8")
    assert stale(tmp_path, targets(Facts(root))) == ["4.1"]


def test_without_data_every_release_is_stale(root: Path, tmp_path: Path) -> None:
    assert stale(tmp_path, targets(Facts(root))) == list(Facts(root).releases)


def test_the_files_are_exactly_as_the_command_writes_them(kept: Defaults, root: Path) -> None:
    for name, text in default_files.to_json(kept).items():
        assert (root / "data/defaults" / name).read_text(encoding="utf-8") == text, f"{name}: run make prove"


def test_neighbors_with_one_default_are_one_segment(kept: Defaults) -> None:
    spans = [(one.releases[0], one.releases[-1], one.text) for one in kept.segments(kept.settings["USE_TZ"])]
    assert spans == [("2.2", "4.2", "False"), ("5.0", kept.releases[-1], "True")]


def test_a_text_that_comes_back_is_a_segment_of_its_own(kept: Defaults) -> None:
    found = kept.segments(kept.files["library/apps.py"])
    assert found[0].text == found[2].text != found[1].text


def test_a_setting_that_went_ends_where_it_went(kept: Defaults) -> None:
    (one,) = kept.segments(kept.settings["CSRF_COOKIE_MASKED"])
    assert one.releases == ("4.1", "4.2")


def test_a_hop_names_what_came_went_and_changed(kept: Defaults) -> None:
    five = hop(kept, "5.0")
    assert five.added == ("FORMS_URLFIELD_ASSUME_HTTPS",)
    assert "USE_L10N" in five.removed
    assert ("USE_TZ", "False", "True") in five.changed


def test_some_changes_were_announced_and_others_came_without_a_word(kept: Defaults) -> None:
    assert kept.told("USE_TZ", hop(kept, "5.0"))
    assert kept.told("DEFAULT_AUTO_FIELD", hop(kept, "6.0"))
    assert not kept.told("X_FRAME_OPTIONS", hop(kept, "3.0"))


def test_a_generated_project_sets_what_its_settings_say(kept: Defaults) -> None:
    assert "USE_L10N" in kept.assigned("3.2") - kept.assigned("4.0")
    assert {"DEBUG", "ALLOWED_HOSTS", "DEFAULT_AUTO_FIELD"} <= kept.assigned("4.1")


def test_no_secret_key_and_no_version_is_kept(root: Path) -> None:
    files = json.loads((root / "data/defaults/files.json").read_text(encoding="utf-8"))["files"]
    for lines in files["mysite/settings.py"].values():
        (key,) = (line for line in lines if line.startswith("SECRET_KEY"))
        assert key.endswith("(50 random characters)'")
        assert any(line.endswith("using Django X.Y.Z.") for line in lines)
