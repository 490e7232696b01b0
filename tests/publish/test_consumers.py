"""What is published holds by the standards that programs of others go by, field by field."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest
import sphobjinv

from atlas.facts.django import Facts
from atlas.facts.proofs import Proofs
from atlas.publish import calendar, feed, inventory
from atlas.publish.write import write_api
from atlas.records.library import load
from tests.project import GOOD, Project

SITE = "https://atlas.example/"
TODAY = date(2024, 4, 2)
ATOM = "{http://www.w3.org/2005/Atom}"
#: What an entry and a feed must have, once each. Source: https://www.rfc-editor.org/rfc/rfc4287#section-4.1
NEEDED = ("id", "title", "updated")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


@pytest.fixture
def facts(project: Project) -> Facts:
    return Facts(project.root)


def test_the_feed_is_atom_as_its_standard_has_it(facts: Facts) -> None:
    root = ElementTree.fromstring(feed.feed(facts, TODAY, SITE))
    assert root.tag == f"{ATOM}feed"
    (itself,) = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert itself.get("href") == f"{SITE}{feed.NAME}"
    authors = root.findall(f"{ATOM}author")
    for node in (root, *root.findall(f"{ATOM}entry")):
        for name in NEEDED:
            (found,) = node.findall(f"{ATOM}{name}")
            assert (found.text or "").strip(), name
        assert MOMENT.fullmatch(node.findtext(f"{ATOM}updated", ""))
        assert urlsplit(node.findtext(f"{ATOM}id", "")).scheme
        assert authors or node.findall(f"{ATOM}author"), "an entry needs an author, of its own or of the feed"
        links = [link.get("href", "") for link in node.findall(f"{ATOM}link")]
        assert links or node.findall(f"{ATOM}content")
        assert all(urlsplit(link).scheme == "https" for link in links)


def test_the_calendar_is_icalendar_as_its_standard_has_it(facts: Facts) -> None:
    raw = calendar.calendar(facts, TODAY, SITE)
    assert b"\n" not in raw.replace(b"\r\n", b""), "lines end in CRLF"
    assert max(map(len, raw.split(b"\r\n"))) <= 75, "lines are folded by bytes"
    lines = re.sub(rb"\r\n[ \t]", b"", raw).decode().split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert "VERSION:2.0" in lines
    assert sum(line.startswith("PRODID:") for line in lines) == 1
    starts = [number for number, line in enumerate(lines) if line == "BEGIN:VEVENT"]
    uids = []
    for start in starts:
        event = lines[start : lines.index("END:VEVENT", start)]
        names = [re.split("[:;]", line)[0] for line in event]
        assert [names.count(name) for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY")] == [1, 1, 1, 1]
        assert any(re.fullmatch(r"DTSTART;VALUE=DATE:\d{8}", line) for line in event)
        uids += [line for line in event if line.startswith("UID:")]
    assert len(set(uids)) == len(starts) > 20


def test_every_file_of_the_api_holds_by_a_validator_of_its_own(project: Project, tmp_path: Path) -> None:
    project.write("4.1/shelves", GOOD)
    library, problems = load(project.root)
    assert not problems
    write_api(library, Proofs({}, {}), TODAY, tmp_path, SITE)
    made = sorted(path for path in (tmp_path / "api/v1").iterdir() if not path.name.endswith(".schema.json"))
    assert len(made) >= 5
    for path in made:
        schema = read(path.with_name(f"{path.stem}.schema.json"))
        validator = jsonschema.validators.validator_for(schema)
        assert validator is jsonschema.Draft202012Validator, (
            "each schema says by which standard it is written"
        )
        validator.check_schema(schema)
        assert [error.message for error in validator(schema).iter_errors(read(path))] == [], path.name


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_inventory_is_of_the_domain_that_the_page_on_data_names(project: Project, root: Path) -> None:
    project.write("4.1/shelves", GOOD)
    found = sphobjinv.Inventory(zlib=inventory.inventory(load(project.root)[0])).objects
    assert {one.domain for one in found} == {"std"}
    assert "`domains: [std]`" in (root / "docs/about/data.md").read_text("utf-8")
