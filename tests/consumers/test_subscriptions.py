"""Feed, calendar and list of pages, read by programs that nobody here wrote."""

from datetime import date
from pathlib import Path

import icalendar
import pytest

from tests.consumers.environment import HERE, told

pytestmark = pytest.mark.slow
SITE = "https://upgrade-atlas.example/"


def test_feedparser_reads_every_entry_of_the_feed_and_complains_of_nothing(
    others: Path, built_site: Path
) -> None:
    found = told(others, "feed", built_site / "feed.xml")
    assert (found["version"], found["complaint"]) == ("atom10", "")
    assert len(found["entries"]) == len({entry["id"] for entry in found["entries"]}) > 20
    days = [entry["day"] for entry in found["entries"]]
    assert days == sorted(days, reverse=True)
    assert all(entry["link"].startswith(SITE) and entry["title"] for entry in found["entries"])


def test_the_feed_holds_by_a_schema_of_atom(others: Path, built_site: Path, tmp_path: Path) -> None:
    schema = HERE / "atom.rng"
    assert told(others, "atom", built_site / "feed.xml", schema) == []
    text = (built_site / "feed.xml").read_text(encoding="utf-8")
    for good, bad in (
        ("<updated>2026", "<updated>soon 2026"),
        ("<id>https:", "<id>"),
        ("<entry>", "<entry><title>Twice</title>"),
        ('rel="self"', 'rel="self" target="_blank"'),
    ):
        assert good in text
        (tmp_path / "feed.xml").write_text(text.replace(good, bad, 1), encoding="utf-8")
        assert told(others, "atom", tmp_path / "feed.xml", schema), bad


def test_two_readers_of_calendars_find_the_events_of_the_third_that_wrote_them(
    others: Path, built_site: Path
) -> None:
    path = built_site / "support.ics"
    written = {
        str(event["uid"]): [
            str(event["summary"]),
            event["dtstart"].dt.isoformat(),
            event["dtend"].dt.isoformat(),
        ]
        for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    }
    found = told(others, "calendars", path)
    assert len(written) > 20
    assert found == {"vobject": written, "ics": written}
    assert all(date.fromisoformat(begin) < date.fromisoformat(end) for _, begin, end in written.values())


def test_the_reader_of_the_convention_finds_every_page_and_what_may_be_left_out(
    others: Path, built_site: Path
) -> None:
    found = told(others, "llms", built_site / "llms.txt")
    assert found["title"] == "Upgrade Atlas for Django"
    assert found["summary"]
    optional = dict(found["sections"].pop("Optional"))
    links = {address for links in found["sections"].values() for _, address in links}
    assert f"{SITE}releases/4.1/logout-by-post.md" in links
    assert not links & set(optional.values())
    pages = {f"{SITE}{path.relative_to(built_site).as_posix()}" for path in built_site.rglob("*.md")}
    assert links | set(optional.values()) == pages
