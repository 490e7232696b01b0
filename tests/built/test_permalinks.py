"""No address that was ever published vanishes without a way on."""

from pathlib import Path

import pytest

from atlas.built.permalinks import main
from atlas.records import redirects

PAGES = {
    "releases/4.1/new-name/index.html": '<h1>New</h1><h2 id="steps">Steps</h2>',
    "releases/4.1/index.html": '<h2 id="high">High</h2>',
    "404.html": "<h1>No page</h1>",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, html in PAGES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return tmp_path


def run(root: Path, *options: str) -> int:
    return main([str(root / "site"), "--root", str(root), *options])


def published(root: Path, *addresses: str) -> None:
    (root / "permalinks.txt").write_text("\n".join(addresses) + "\n")


def test_new_addresses_are_listed_sorted_and_old_ones_stay(root: Path) -> None:
    published(root, "/releases/4.1/new-name/")
    assert run(root, "--add") == 0
    assert (root / "permalinks.txt").read_text().split() == [
        "/releases/4.1/",
        "/releases/4.1/#high",
        "/releases/4.1/new-name/",
        "/releases/4.1/new-name/#steps",
    ]
    assert run(root) == 0


def test_pages_that_nobody_listed_yet_are_no_mistake(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(root, "/releases/4.1/")
    assert run(root) == 0
    assert capsys.readouterr().out == "permalinks: 1 listed, 3 new\n"


def test_a_renamed_page_fails_and_the_line_to_paste_is_printed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(root, "/releases/4.1/old-name/", "/releases/4.1/old-name/#steps")
    assert run(root) == 1
    error = capsys.readouterr().err.split("\n")
    assert error[0] == (
        "permalinks.txt:1: permalink: /releases/4.1/old-name/ vanished; bring it back, or add to redirects.yml: "
        "`/releases/4.1/old-name/: /releases/4.1/new-name/`"
    )
    assert error[1:] == [""]  # its anchors move with it


def test_a_redirect_of_the_page_carries_its_anchors_along(root: Path) -> None:
    published(root, "/releases/4.1/old-name/", "/releases/4.1/old-name/#steps")
    (root / "redirects.yml").write_text("/releases/4.1/old-name/: /releases/4.1/new-name/\n")
    assert run(root) == 0


def test_an_anchor_that_the_new_page_lacks_needs_its_own_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(root, "/releases/4.1/old-name/", "/releases/4.1/old-name/#how-to")
    (root / "redirects.yml").write_text("/releases/4.1/old-name/: /releases/4.1/new-name/\n")
    assert run(root) == 1
    wanted = "/releases/4.1/old-name/#how-to: /releases/4.1/new-name/#steps"
    assert f"`{wanted}`" in capsys.readouterr().err
    with (root / "redirects.yml").open("a") as file:
        file.write(wanted + "\n")
    assert run(root) == 0


def test_several_moves_one_after_the_other_still_arrive(root: Path) -> None:
    published(root, "/releases/4.1/oldest/", "/releases/4.1/oldest/#steps", "/releases/4.1/old-name/")
    (root / "redirects.yml").write_text(
        "/releases/4.1/oldest/: /releases/4.1/old-name/\n/releases/4.1/old-name/: /releases/4.1/new-name/\n"
    )
    assert run(root) == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/gone/: /nowhere/", "/gone/ leads to /nowhere/, which the site does not have"),
        ("/releases/4.1/: /releases/4.1/new-name/", "/releases/4.1/ is there and needs no redirect"),
        ("/never/: /releases/4.1/", "/never/ was never published; take the line out"),
        ("/gone/: /gone/", "/gone/ leads back to itself"),
        ("gone: /releases/4.1/", "found 'gone', expected an address; write it as /releases/4.1/x/"),
        ("/gone/: /releases/4.1/\n/gone/: /releases/4.1/", "redirects.yml:2: /gone/: stands twice"),
        ("- /gone/", "found no `old: new` lines"),
        ("/gone/: [", "not valid YAML"),
    ],
)
def test_a_redirect_that_cannot_be_right_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    published(root, "/gone/", "/releases/4.1/")
    (root / "redirects.yml").write_text(line + "\n")
    assert run(root) == 1
    assert said in capsys.readouterr().err


def test_nothing_is_added_while_something_is_missing(root: Path) -> None:
    published(root, "/gone/")
    assert run(root, "--add") == 1
    assert (root / "permalinks.txt").read_text() == "/gone/\n"


def test_an_empty_file_has_no_redirects(tmp_path: Path) -> None:
    (tmp_path / "redirects.yml").write_text("# none yet\n")
    assert redirects.load(tmp_path) == (redirects.Redirects({}), [])
