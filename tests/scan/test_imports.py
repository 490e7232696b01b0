"""Names that a release lacks and the one before has: where code imports them, and what is said of each."""

from pathlib import Path

import pytest

from atlas.scan import as_json, as_sarif, as_text
from atlas.scan.engine import scan_texts
from atlas.scan.imports import dying, fate
from tests.scan.catalog import IMPORTS, report

FOUND = {
    "from django.utils.old import anything": ["1:30 django.utils.old"],
    "from django.utils import old": ["1:26 django.utils.old"],
    "import django.utils.old as o": ["1:8 django.utils.old"],
    "import django.utils.old.deeper": ["1:8 django.utils.old"],
    "from django.utils.text import wraps as w\nw(w)\nw()": ["1:31 django.utils.text.wraps"],
    "from django.utils import text\ntext.wraps(1)": ["2:1 django.utils.text.wraps"],
    "from django.utils.text import *\nwraps(1)": ["2:1 django.utils.text.wraps"],
    "x = 'django.db.moved'\ny = 'django.utils.old.x'": ["1:5 django.db.moved", "2:5 django.utils.old"],
    "from django.db.moved import a\nfrom django.db.again import b": ["1:29 django.db.moved", "2:29 django.db.again"],
    "try:\n    from django.utils.old import x\nexcept ImportError:\n    x = None": ["2:34 django.utils.old"],
    "import django\nif django.VERSION >= (4, 0):\n    from django.utils import old": ["3:30 django.utils.old"],
    "from django.db.models import Gone": ["1:30 django.db.models.Gone"],
}  # fmt: skip
LEFT = [
    "from django.utils import older",
    "from shop.utils.old import x",
    "from django.utils import text\ntext.slugify(1)",
    "from django.db import here",
    "x = 'the module django.utils.old went'",
    "try:\n    from django.utils.old import x\nexcept ImportError:\n    from shop import x",
    "import django\nif django.VERSION < (4, 0):\n    from django.utils import old",
    # The package has it still, under the same name.
    "from django.db.models.base import Gone",
]
#: For the other engine as well.
FORMS = [*FOUND, *LEFT]


def found(code: str, start: str = "3.2", end: str = "4.1") -> list[str]:
    hits = scan_texts([("a.py", code)], dying(IMPORTS, start, end)).hits
    return [f"{hit.line}:{hit.column} {hit.what}" for hit in hits]


@pytest.mark.parametrize("code", FOUND)
def test_an_import_that_dies_is_found_once(code: str) -> None:
    assert found(code) == FOUND[code]


@pytest.mark.parametrize("code", LEFT)
def test_what_can_still_be_imported_is_no_hit(code: str) -> None:
    assert found(code) == []


def test_only_names_that_go_on_the_way_are_looked_for() -> None:
    assert found("from django.utils import old", "4.0", "5.0") == []
    assert found("from django.db import here", "4.1", "5.0") == ["1:23 django.db.here"]


def test_what_moved_twice_is_told_by_its_last_place_that_is_reached() -> None:
    assert fate(IMPORTS, "imports/4.0", "django.db.moved", "4.0") == (
        "django.db.moved is now django.db.again",
        "",
    )
    assert fate(IMPORTS, "imports/4.0", "django.db.moved", "4.1") == (
        "django.db.moved is now django.db.here",
        "",
    )
    assert fate(IMPORTS, "imports/4.0", "django.db.moved", "5.0") == ("django.db.moved is gone in 4.0", "")
    said = ("django.db.again is now django.db.here", "4.1/search")
    assert fate(IMPORTS, "imports/4.1", "django.db.again", "4.1") == said


CODE = "from django.utils.text import wraps\nfrom django.db.again import x\n"


def test_the_text_says_what_became_of_each_name(tmp_path: Path) -> None:
    text = "\n".join(as_text.lines(report(tmp_path, a_py=CODE), 1.0))
    assert (
        """
imports/4.0: Names that cannot be imported from 4.0 on
  https://atlas.example/releases/4.0/
    a.py:1:31: from django.utils.text import wraps
      django.utils.text.wraps is now functools.wraps
"""
        in text
    )
    assert "      django.db.again is now django.db.here https://atlas.example/releases/4.1/search/\n" in text


def test_programs_are_told_as_well(tmp_path: Path) -> None:
    told = report(tmp_path, a_py=CODE)
    first, second = (row["hits"][0] for row in as_json.document(told)["found"])
    assert (first["became"], first["page"]) == ("django.utils.text.wraps is now functools.wraps", None)
    assert second["page"] == "https://atlas.example/releases/4.1/search/"
    messages = [row["message"]["text"] for row in as_sarif.document(told)["runs"][0]["results"]]
    assert messages[0].endswith("(removed in 4.0): django.utils.text.wraps is now functools.wraps.")


def test_names_that_were_not_met_are_no_change_that_was_looked_for(tmp_path: Path) -> None:
    document = as_json.document(report(tmp_path, a_py="x = 1"))
    assert not [name for name in document["not_found"] if name.startswith("imports/")]
