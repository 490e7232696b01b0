"""What is kept between builds is never wrong, and may go at any time."""

from pathlib import Path

import pytest

from atlas.publish.cache import Cache


def never() -> bytes:
    raise AssertionError("made again")


def test_what_was_made_is_not_made_again_by_the_next_build(tmp_path: Path) -> None:
    assert Cache(tmp_path, ("1.0",)).get("a", make=lambda: b"made") == b"made"
    assert Cache(tmp_path, ("1.0",)).get("a", make=never) == b"made"


@pytest.mark.parametrize(
    ("recipe", "ingredients"),
    [(("1.1",), ("a", 1)), (("1.0",), ("a", 2)), (("1.0",), ("a", "1")), (("1.0",), ("a",))],
)
def test_whatever_differs_makes_it_another_thing(
    tmp_path: Path, recipe: tuple[str, ...], ingredients: tuple[object, ...]
) -> None:
    Cache(tmp_path, ("1.0",)).get("a", 1, make=lambda: b"first")
    assert Cache(tmp_path, recipe).get(*ingredients, make=lambda: b"second") == b"second"


def test_it_may_be_deleted_while_a_build_runs(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", ())
    cache.get("a", make=lambda: b"made")
    for path in cache.folder.iterdir():
        path.unlink()
    assert cache.get("a", make=lambda: b"made") == b"made"
    assert [path.read_bytes() for path in cache.folder.iterdir()] == [b"made"]


def test_its_folder_may_be_deleted_while_a_build_runs(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", ())
    cache.folder.rmdir()
    assert cache.get("a", make=lambda: b"made") == b"made"
    cache.prune()


def test_what_a_whole_build_did_not_ask_for_goes(tmp_path: Path) -> None:
    before = Cache(tmp_path, ())
    before.get("old", make=lambda: b"old")
    before.get("both", make=lambda: b"both")
    now = Cache(tmp_path, ())
    now.get("both", make=never)
    now.prune()
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"both"]


def test_a_build_that_ends_meanwhile_takes_nothing_from_one_that_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def replace_late(path: Path, target: Path) -> Path:
        Cache(tmp_path, ()).prune()
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replace_late)
    assert Cache(tmp_path, ()).get("a", make=lambda: b"made") == b"made"
