"""The rules as plain data, for a file and for a page."""

import gzip
import json
from pathlib import Path

import pytest

from atlas.publish.rules import catalog, compact, site_url
from atlas.records.library import Library, load
from atlas.scan.applies import applicable
from atlas.scan.engine import scan_texts
from atlas.scan.tables import TABLES
from tests.library import library_of
from tests.project import GOOD, NO_RULE, Project

DETECT = "detect:\n  - {call: django.dispatch.Signal, passes: [providing_args, 0]}\nexclude: migrations\n"


@pytest.fixture
def library(tmp_path: Path, root: Path) -> Library:
    project = Project(tmp_path, root / "data")
    project.write("4.1/shelves", GOOD.replace(NO_RULE, DETECT))
    project.write("4.1/chairs", GOOD)
    return load(tmp_path)[0]


def test_compact_rules_have_nothing_but_what_a_scan_needs(library: Library) -> None:
    assert compact(library)["changes"] == {
        "4.1/shelves": {
            "rules": [{"call": ["django.dispatch.Signal"], "passes": ["providing_args", 0]}],
            "exclude": "migrations",
            "removed": "5.0",
        }
    }
    assert compact(library)["tables"] == catalog(library, "")["tables"] == TABLES


def test_the_catalog_has_all_that_a_report_tells_and_goes_through_json_unchanged(library: Library) -> None:
    data = json.loads(json.dumps(catalog(library, "https://atlas.example/")))
    assert data == catalog(library, "https://atlas.example/")
    assert data["releases"][:3] == ["2.2", "3.0", "3.1"]
    shelves = next(change for change in data["changes"] if change["id"] == "4.1/shelves")
    assert (shelves["removed"], shelves["fixable_from"], shelves["fixer"]) == ("5.0", "4.1", "manual")
    changes = applicable(data["changes"], "3.2", "5.0")
    hits = scan_texts([("a.py", "from django.dispatch import Signal\nSignal(['x'])")], changes).hits
    assert [(hit.change, hit.line) for hit in hits] == [("4.1/shelves", 2)]


def test_the_rules_of_all_pages_are_small(root: Path) -> None:
    data = compact(library_of(root))
    names = data.pop("imports")
    assert len(gzip.compress(json.dumps(names, separators=(",", ":")).encode())) < 20 * sum(
        map(len, names.values())
    )
    packed = len(gzip.compress(json.dumps(data, separators=(",", ":")).encode()))
    # 150 KB gzipped is what rules and plan may weigh together with 400 pages.
    assert packed < 3_000 + 80 * len(data["changes"])


def test_the_address_of_the_site_is_that_of_its_configuration(root: Path, tmp_path: Path) -> None:
    assert site_url(root).startswith("https://")
    assert site_url(root).endswith("/")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    assert site_url(tmp_path) == ""
