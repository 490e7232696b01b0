"""Version numbers sort as releases came out, years after numbers."""

import pytest

from atlas.words.versions import feature_release, is_version, product_key, sort_key


def test_releases_sort_as_they_came_out() -> None:
    shuffled = ["2028", "4.1.10", "4.1.9", "6.2", "2.2", "4.1"]
    assert sorted(shuffled, key=sort_key) == ["2.2", "4.1", "4.1.9", "4.1.10", "6.2", "2028"]


@pytest.mark.parametrize(
    ("patch", "feature"), [("4.1.13", "4.1"), ("4.1", "4.1"), ("2028.1", "2028"), ("2028", "2028")]
)
def test_a_patch_release_belongs_to_a_feature_release(patch: str, feature: str) -> None:
    assert feature_release(patch) == feature


@pytest.mark.parametrize("text", ["4.1", "4.1.13", "2028", "2028.1"])
def test_versions_are_known(text: str) -> None:
    assert is_version(text)


@pytest.mark.parametrize("text", ["", "4", "v4.1", "4.1.", "1999", "4.1rc1"])
def test_other_text_is_no_version(text: str) -> None:
    assert not is_version(text)


def test_versions_of_other_products_sort_by_their_numbers() -> None:
    assert sorted(["23ai", "19c", "12.2"], key=product_key) == ["12.2", "19c", "23ai"]
