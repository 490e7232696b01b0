"""Every published file of data by a validator that nobody here wrote, and findings by the schema of their standard."""

import json
from pathlib import Path

import pytest

from atlas.publish.endoflife import FOLDER, SCHEMAS, V1
from atlas.scan import as_sarif
from tests.consumers.environment import told
from tests.scan.catalog import report

pytestmark = pytest.mark.slow
CODE = "from django.conf.urls import url\nfrom django.utils.timezone import utc\n"


def test_every_file_of_the_api_holds_by_the_schema_beside_it(others: Path, built_site: Path) -> None:
    folder = built_site / "api/v1"
    files = sorted(path for path in folder.glob("*.json") if not path.name.endswith(".schema.json"))
    pairs = [(path, path.with_suffix(".schema.json")) for path in files]
    assert len(pairs) >= 6
    said = told(others, "schemas", *(path for pair in pairs for path in pair))
    assert said == {str(path): [] for path in files}


def kind(name: str) -> str:
    """The schema of an answer, by its path below the folder."""
    if not name.startswith(V1):
        return "cycle" if name.count("/") == 2 else "cycles"
    if "/releases/" in name:
        return "release"
    return "product" if name.endswith("products/django/index.json") else "list"


def test_every_answer_for_clients_of_endoflife_date_holds_by_its_schema(
    others: Path, built_site: Path
) -> None:
    folder = built_site / FOLDER
    files = [path for path in sorted((folder / "api").rglob("*.json")) if path.name != "all.json"]
    kinds = {path: kind(path.relative_to(folder).as_posix()) for path in files}
    assert set(kinds.values()) == SCHEMAS.keys()
    pairs = [(path, folder / f"{name}.schema.json") for path, name in kinds.items()]
    said = told(others, "schemas", *(path for pair in pairs for path in pair))
    assert said == {str(path): [] for path in files}


def test_findings_hold_by_the_schema_of_the_standard(others: Path, tmp_path: Path) -> None:
    (tmp_path / "code").mkdir()
    document = as_sarif.document(report(tmp_path / "code", a_py=CODE))
    path = tmp_path / "found.sarif"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert document["runs"][0]["results"]
    assert told(others, "schemas", path, "sarif") == {str(path): []}
    document["runs"][0]["results"][0]["level"] = "fatal"
    path.write_text(json.dumps(document), encoding="utf-8")
    (said,) = told(others, "schemas", path, "sarif")[str(path)]
    assert "fatal" in said
