"""The scanner in the browser and the one on the command line give the same answers."""

import json
import shutil
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.check.detection import files_of
from atlas.check.detection import hits as witness_hits
from atlas.publish.rules import catalog, compact
from atlas.scan.engine import scan_folder
from atlas.scan.imports import dying, fate
from atlas.scan.report import changes_for, unrepeated
from atlas.words.vocabulary import ROLES
from tests.browser.scan_page import as_data, opened, scan, scan_each, write_page
from tests.library import library_of
from tests.scan.catalog import IMPORTS
from tests.scan.test_imports import FORMS
from tests.scan.test_only_with import CALL, MODEL
from tests.scan.test_only_with import CHANGE as LIMITED
from tests.scan.test_words import RULES, SPELLED, changes_of

pytestmark = pytest.mark.slow

SCAN = Path(__file__).parent.parent / "scan"
FIELDS = ("path", "line", "column", "change", "what", "source")
#: Rules of every kind for what any code has plenty of.
COMMON = [
    {"name": ["os.path", "re", "typing.Any", "collections.abc"]},
    {"call": ["re.compile", "dataclasses.field", "warnings.warn"], "passes": ["flags", "default", 1]},
    {"call": ["isinstance", "os.path.join", "super"], "lacks": [2]},
    {"method": ["get", "join", "append"], "passes": [0], "value": '".*"|\\w+'},
    {"method": ["__init__"], "on": ["super()"]},
    {"attribute": ["name", "value", "path"], "on": ["self", "node", "os"]},
    {"variable": ["__slots__", "name", "default", "children"], "scope": "class", "value": '"(?![a-z]+"$).*"'},
    {"variable": ["__all__", "logger", "log"], "scope": "module"},
    {"override": ["__init__", "visit", "run", "convert"], "lacks": ["kwargs"]},
    {"override": ["__init__", "run"], "base": ["Exception", "object", "Element", "Directive"], "passes": ["message"]},
    {"string": ["utf-8", "name", "text", "docutils.nodes"]},
    {"pattern": ["^\\s*raise \\w+\\([\"'][^\"'\\n]{3,}", "(?<=except )\\w+(?= as)"], "files": ["python"]},
    {"pattern": ["<\\w+[^>]*\\s+class=[\"'].*?[\"']", "^[\\s\\S]{1,3}extends"], "files": ["templates", "*.html"]},
    {"tag": ["block", "if"]},
    {"filter": ["url", "length", "default"]},
    {"attribute": ["nav", "config", "homepage"]},
    {"setting": ["encoding", "default"]},
]  # fmt: skip


@pytest.fixture(scope="module")
def rules() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((SCAN / "rules.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def page(
    browser: Browser, rules: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    address = write_page(tmp_path_factory.mktemp("scan") / "site", as_data(rules))
    with opened(browser, address.as_uri()) as page:
        yield page


def rows(hits: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [tuple(hit[field] for field in FIELDS) for hit in hits]


def by_command(folder: Path, changes: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    hits = unrepeated(scan_folder(folder, changes).hits)
    return [tuple(getattr(hit, field) for field in FIELDS) for hit in hits]


def test_the_common_measure_is_met_to_the_letter(page: Page) -> None:
    expected = json.loads((SCAN / "expected.json").read_text(encoding="utf-8"))
    told = scan(page, SCAN / "project")
    found: dict[str, list[list[object]]] = {}
    for hit in told["hits"]:
        found.setdefault(hit["path"], []).append(
            [hit["line"], hit["column"], hit["change"], hit["rule"], hit["what"]]
        )
    assert found == expected["hits"]
    assert told["files"] == expected["files"]
    assert [item["path"] for item in told["unread"]] == expected["not_read"]


def test_the_lines_shown_are_the_same_too(page: Page, rules: list[dict[str, Any]]) -> None:
    assert rows(scan(page, SCAN / "project")["hits"]) == by_command(SCAN / "project", rules)


def test_larger_packages_give_the_same_hits_for_rules_of_every_kind(browser: Browser, tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    for name in (
        "babel",
        "django_upgrade",
        "docutils",
        "jinja2",
        "markdown",
        "material",
        "mkdocs",
        "pymdownx",
    ):
        shutil.copytree(Path(sysconfig.get_paths()["purelib"]) / name, packages / name)
    changes = [
        {"id": f"4.1/rule-{at}", "necessary_by": "4.1", "rules": [rule]} for at, rule in enumerate(COMMON)
    ]
    address = write_page(tmp_path / "site", as_data(changes))
    with opened(browser, address.as_uri()) as page:
        told = scan(page, packages, "4.0", "4.1")
    expected = by_command(packages, changes)
    assert rows(told["hits"]) == expected
    assert {row[3] for row in expected} == {change["id"] for change in changes}
    assert told["unread"] == []


def test_words_in_pieces_and_in_other_forms_are_found_alike(browser: Browser, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    texts = [text for text in SPELLED if "\\N{" not in text]  # any one letter, in the page
    for number, text in enumerate(texts):
        (project / f"{number:02}.py").write_text(text, encoding="utf-8")
    changes: list[Any] = list(changes_of(RULES))
    address = write_page(tmp_path / "site", as_data(changes))
    with opened(browser, address.as_uri()) as page:
        told = scan(page, project, "3.2", "4.0")
    assert rows(told["hits"]) == by_command(project, changes)
    assert len({row[0] for row in rows(told["hits"])}) == len(texts)


def test_the_sites_rules_give_the_same_hits_in_the_sample_project(
    browser: Browser, tmp_path: Path, root: Path
) -> None:
    library = library_of(root)
    address = write_page(tmp_path / "site", compact(library))
    with opened(browser, address.as_uri()) as page:
        for start, end in (("2.2", "6.1"), ("3.2.12", "4.1")):
            told = scan(page, root / "sample_project", start, end)
            changes = changes_for(catalog(library, ""), start, end)
            assert rows(told["hits"]) == by_command(root / "sample_project", changes)


def test_every_page_s_before_gives_the_same_hits_and_its_after_none(page: Page, root: Path) -> None:
    """What `atlas.check.detection` holds against each other; every scan is one of its own."""
    library = library_of(root)
    data = compact(library)
    samples = [
        (change, role, files_of(change.page, role))
        for change in library.changes
        if change.detect
        for role in ROLES
    ]
    jobs = [
        {
            "rules": {
                **data,
                "changes": {change.id: {**data["changes"][change.id], "only_with": None}},
                "imports": {},
            },
            "files": list(files.items()),
        }
        for change, _, files in samples
    ]
    for (change, role, files), found in zip(samples, scan_each(page, jobs), strict=True):
        expected = unrepeated(witness_hits(change, files))
        assert rows(found) == [tuple(getattr(hit, field) for field in FIELDS) for hit in expected], change.id
        assert not (found and role == ROLES[1]), change.id


def test_hits_that_count_only_with_something_else_are_the_same(browser: Browser, tmp_path: Path) -> None:
    changes = [LIMITED, {**LIMITED, "id": "4.0/y", "only_with": [{"method": ["nowhere"]}]}]
    project = tmp_path / "project"
    project.mkdir()
    for path, text in (MODEL, CALL):
        (project / path.replace("/", "-")).write_text(text, encoding="utf-8")
    address = write_page(tmp_path / "site", as_data(changes))
    with opened(browser, address.as_uri()) as page:
        told = scan(page, project, "3.2", "4.0")
    assert rows(told["hits"]) == by_command(project, changes)
    assert {row[3] for row in rows(told["hits"])} == {"4.0/x"}


def test_names_that_are_gone_give_the_same_hits_and_the_same_words(browser: Browser, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for number, code in enumerate(FORMS):
        (project / f"{number}.py").write_text(code, encoding="utf-8")
    address = write_page(tmp_path / "site", as_data([], IMPORTS))
    with opened(browser, address.as_uri()) as page:
        told = scan(page, project, "3.2", "4.1")
        panel = page.locator(".scan-imports")
        summary, lines = panel.locator("summary").inner_text(), panel.inner_text()
    expected = by_command(project, dying(IMPORTS, "3.2", "4.1"))
    assert rows(told["hits"]) == expected
    assert len(expected) > len(FORMS) / 2
    words = [fate(IMPORTS, row[3], row[4], "4.1") for row in expected]
    assert [(row["said"], row["page"]) for row in told["imports"]] == words
    assert summary == f"{len(expected)} imports without a page that will fail"
    assert "django.utils.text.wraps is now functools.wraps" in lines
