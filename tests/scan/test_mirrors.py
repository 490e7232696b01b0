"""The two engines have the same rooms: a file on the one side is named as its mirror on the other."""

import re
from pathlib import Path

import pytest

ENGINE = Path("docs/assets/javascripts/scan/engine")
HEAD = re.compile(r"(?:^//.*\n)+", re.MULTILINE)
MIRROR = re.compile(r"Mirrors (atlas/[\w/]+\.py)")
#: What only the command line does: printing, what a team leaves out, putting the parts together, several processes,
#: doubting a file of rules, and finding what `ast` of Python 3.9 does not place. And an expression that comes with the
#: tables.
PYTHON_ALONE = {
    *("__init__", "__main__", "python/__init__", "python/aliases"),
    *("as_gitlab", "as_json", "as_sarif", "as_text", "fingerprints", "shape", "rules_file", "processes"),
    *("chosen", "configuration", "left_out", "pieces"),
}


def head_of(script: Path) -> str:
    """The opening comment as one line."""
    found = HEAD.search(script.read_text(encoding="utf-8"))
    return re.sub(r"\s*\n// ?", " ", found[0]) if found else ""


def mirrors(root: Path) -> dict[str, str]:
    """Scripts of the engine, and the module that each says it mirrors."""
    scripts = sorted((root / ENGINE).rglob("*.js"))
    pairs = ((path, MIRROR.search(head_of(path))) for path in scripts)
    return {path.relative_to(root / ENGINE).as_posix(): found[1] for path, found in pairs if found}


@pytest.fixture(scope="module")
def said(root: Path) -> dict[str, str]:
    return mirrors(root)


def test_every_script_says_what_it_mirrors_or_that_it_stands_alone(root: Path, said: dict[str, str]) -> None:
    scripts = [path.relative_to(root / ENGINE).as_posix() for path in (root / ENGINE).rglob("*.js")]
    silent = [
        name for name in scripts if ("In JavaScript alone" in head_of(root / ENGINE / name)) == (name in said)
    ]
    assert silent == []


def test_a_mirror_has_the_same_name_in_the_same_room(root: Path, said: dict[str, str]) -> None:
    for script, module in said.items():
        assert (root / module).is_file(), script
        room = "words" if module.startswith("atlas/words/") else "scan"
        assert module == f"atlas/{room}/{script.replace('-', '_').removesuffix('.js')}.py"


def test_every_module_of_the_scanner_has_a_mirror_but_those_of_the_command_line(
    root: Path, said: dict[str, str]
) -> None:
    modules = {
        path.relative_to(root / "atlas/scan").with_suffix("").as_posix()
        for path in (root / "atlas/scan").rglob("*.py")
        if "tool" not in path.parts
    }
    mirrored = {module.removeprefix("atlas/scan/").removesuffix(".py") for module in said.values()}
    assert modules - mirrored == PYTHON_ALONE
