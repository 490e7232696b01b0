"""The report for programs."""

import json
from pathlib import Path

from atlas.scan import as_json
from tests.scan.catalog import report


def test_nothing_found_still_lists_what_was_looked_for(tmp_path: Path) -> None:
    document = as_json.document(report(tmp_path, a_py="x = 1"))
    assert document["format"] == 1
    assert (document["from"], document["to"], document["files"]) == ("3.2", "4.1", 1)
    assert document["found"] == []
    assert document["not_found"] == ["4.0/url", "4.0/is-ajax", "4.1/timezone-utc"]
    assert [row["change"] for row in document["check_by_hand"]] == ["4.1/search"]
    assert document["check_by_hand"][0]["reason"] == "what people type is not in the code"


def test_a_hit_has_its_place_and_its_change_all_that_there_is_to_know(tmp_path: Path) -> None:
    document = as_json.document(
        report(
            tmp_path,
            a_py="from django.utils.timezone import utc",
            b_py="from django.utils.timezone import utc; print utc",
        )
    )
    assert document["found"] == [
        {
            "change": "4.1/timezone-utc",
            "title": "UTC comes from Python",
            "kind": "deprecated",
            "impact": "low",
            "silent": False,
            "state": "pending",
            "bites": "5.0",
            "when": "deprecated in 4.1, works on 4.1, removed in 5.0",
            "fixable_from": "2.2",
            "fixer": "manual",
            "url": "https://atlas.example/releases/4.1/timezone-utc/",
            "hits": [
                {
                    "path": "a.py",
                    "line": 1,
                    "column": 35,
                    "what": "django.utils.timezone.utc",
                    "source": "from django.utils.timezone import utc",
                }
            ],
        }
    ]
    assert document["not_read"][0]["path"] == "b.py"


def test_what_steers_a_terminal_is_an_escape_and_reads_back_as_it_was(tmp_path: Path) -> None:
    line = "request.is_ajax()  # é \x9b2J \u202e \U000e0001"
    document = as_json.document(report(tmp_path, a_py=line))
    text = as_json.written(document)
    assert all(letter.isprintable() for letter in text.replace("\n", ""))
    assert "é" in text
    assert json.loads(text)["found"][0]["hits"][0]["source"] == line
