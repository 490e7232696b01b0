"""Both engines read the same facts out of a file (`atlas/scan/FACTS.md`), whatever the rules look for."""

import json
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.publish.scripts import FOLDER, bundles
from atlas.scan.source import kind_of, text_of
from atlas.scan.tables import DEFAULT, TABLES
from tests.browser.test_scan_syntax import BROKEN, HEAD, VALID
from tests.building import ROOT
from tests.library import library_of
from tests.scan.facts_as_data import difference, facts_of

pytestmark = pytest.mark.slow

#: A file: what to call it in a message, `python` or `template`, its text.
File = tuple[str, str, str]
AS_DATA = Path(__file__).with_name("facts-as-data.js")
KINDS = {"python": "python", "html+django": "template"}
#: Installed packages with much code or with templates, of which each is another style.
PACKAGES = ("babel", "django_upgrade", "jinja2", "material", "mkdocs", "pygments", "pymdownx")
LARGEST = 60_000
#: Of large collections every so many-th file is read.
SAMPLES_STEP, PACKAGES_STEP, LIBRARY_STEP, DJANGO_STEP = 4, 8, 60, 10
#: A letter by its name counts as any letter in the browser.
NAMED_LETTER = "\\N{"
PORTION = 100
#: The facts of many files as JSON of ASCII alone: a letter of two units may be cut in two on the browser's pipe.
FACTS = r"""given => JSON.stringify(factsAsData(...JSON.parse(given))).replace(
  /[^\x00-\x7f]/g, unit => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"))"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with the engine, all of it but the worker's messages, and what makes its facts plain."""
    parts = [part for part in bundles(ROOT)["scan-engine"].parts if not part.endswith("/worker")]
    texts = [(ROOT / FOLDER / f"{part}.js").read_text(encoding="utf-8") for part in parts]
    page = browser.new_page()
    engine = "\n".join([*texts, AS_DATA.read_text(encoding="utf-8")])
    page.add_script_tag(content=f"window.factsAsData = (() => {{ {engine}; return factsAsData; }})();")
    yield page
    page.close()


def by_browser(page: Page, files: list[File]) -> list[dict[str, Any]]:
    # As texts: what goes through as it is, each number and word of it, takes ten times as long.
    given = json.dumps([[[kind, text] for _, kind, text in files], TABLES])
    found: list[dict[str, Any]] = json.loads(page.evaluate(FACTS, given))
    return found


def differences(page: Page, files: list[File]) -> list[str]:
    """What only one of the two read, a line for each file."""
    found = []
    for at in range(0, len(files), PORTION):
        portion = files[at : at + PORTION]
        for (name, kind, text), theirs in zip(portion, by_browser(page, portion), strict=True):
            mine = json.loads(json.dumps(facts_of(kind, text)))
            if unlike := difference(mine, theirs):
                found.append(f"{name}: {unlike}")
    return found


def files_below(folder: Path, step: int = 1) -> list[File]:
    """Python files and templates of a folder, each step-th, as the scanner reads them."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size < LARGEST]
    kinds = [(path, kind_of(path.relative_to(folder).as_posix(), [], DEFAULT)) for path in paths]
    read = [(path, kind, *text_of(path, DEFAULT)) for path, kind in [row for row in kinds if row[1]][::step]]
    return [
        (str(path), kind, text)
        for path, kind, text, reason in read
        if kind and not reason and NAMED_LETTER not in text
    ]


def test_the_project_and_the_sample_project(page: Page, root: Path) -> None:
    files = [*files_below(root / "tests/scan/project"), *files_below(root / "sample_project")]
    assert {kind for _, kind, _ in files} == {"python", "template"}
    assert differences(page, files) == []


@pytest.mark.parametrize("name", VALID)
def test_rare_syntax(page: Page, name: str) -> None:
    assert differences(page, [(name, "python", HEAD + VALID[name])]) == []


def test_what_is_no_python_has_no_facts(page: Page) -> None:
    files = [(name, "python", f"{HEAD}{text}\n") for name, text in BROKEN.items()]
    assert differences(page, files) == []
    assert all(facts == {"unread": True} for facts in by_browser(page, files))


def test_samples_of_all_pages(page: Page, root: Path) -> None:
    files = [
        (f"{change.id}, line {fence.line}", KINDS[fence.language], fence.text)
        for change in library_of(root).changes
        for fence in change.page.fences
        if fence.language in KINDS and NAMED_LETTER not in fence.text
    ]
    assert differences(page, files[::SAMPLES_STEP]) == []


def test_templates_with_every_form_of_token(page: Page) -> None:
    text = """{% load a b %}{% load c d from e %}{# {% load f %} 😀 #}é{{ x.y|z:"|q"|r:'a.b'.c }} {{a . b}}
{% comment "why" %}{{ x.y }}😀{% endcomment %}{% verbatim %}{% load g %}{% endverbatim %}{% verbatim v %}
{% endverbatim %}{{ x.y }}{% endverbatim v %}{% filter upper|lower:"x" %}{% endfilter %}{% %}{{ }}{#
{% if a.b == "c\\"d.e" and f.g|h %}{{ "a
b" }}{% comment %}{{ never.closed }}"""
    assert differences(page, [("tokens", "template", text), ("cut", "template", text[:-40])]) == []


def test_installed_packages(page: Page) -> None:
    packages = Path(sysconfig.get_paths()["purelib"])
    files = [file for name in PACKAGES for file in files_below(packages / name, PACKAGES_STEP)]
    assert {kind for _, kind, _ in files} == {"python", "template"}
    assert differences(page, files) == []


def test_the_standard_library(page: Page) -> None:
    files = files_below(Path(sysconfig.get_paths()["stdlib"]), LIBRARY_STEP)
    assert differences(page, [file for file in files if "site-packages" not in file[0]]) == []


def test_django_where_it_is_installed(page: Page, root: Path) -> None:
    """`make prove` installs the releases; without them the files above have to do."""
    installed = sorted((root / ".cache/prove/environments").glob("*/lib/*/site-packages/django"))
    for folder in installed[:1] + installed[-1:]:
        assert differences(page, files_below(folder, DJANGO_STEP)) == []


def test_a_difference_is_told(page: Page) -> None:
    mine = facts_of("python", "import a\nb = a.c\n")
    theirs = by_browser(page, [("", "python", "import a\nb = a.d\n")])[0]
    assert difference(json.loads(json.dumps(mine)), theirs).startswith("assignments 0: ")
