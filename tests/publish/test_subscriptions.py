"""Feed, calendar and inventory hold what the facts say, in forms that their usual readers take."""

from datetime import date
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import icalendar
import pytest
import sphobjinv

from atlas.facts.django import Facts
from atlas.publish import calendar, feed, inventory
from atlas.publish.write import write_subscriptions
from atlas.records.library import load
from tests.project import GOOD, Project

SITE = "https://atlas.example/"
TODAY = date(2024, 4, 2)
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def facts(project: Project) -> Facts:
    return Facts(project.root)


def titles(facts: Facts, today: date) -> list[str]:
    tree = ElementTree.fromstring(feed.feed(facts, today, SITE))
    return [node.text for node in tree.findall("a:entry/a:title", ATOM)]


def events(facts: Facts) -> dict[str, icalendar.Event]:
    made = icalendar.Calendar.from_ical(calendar.calendar(facts, TODAY, SITE))
    return {str(event["summary"]): event for event in made.walk("VEVENT")}


def test_the_feed_tells_what_has_happened_newest_first(facts: Facts) -> None:
    found = titles(facts, TODAY)
    assert found[0] == "Support for Django 3.2 LTS ends"
    assert "Django 5.0.3 is a security release" in found
    assert len(found) == feed.LENGTH


def test_the_feed_tells_of_nothing_to_come(facts: Facts) -> None:
    assert titles(facts, date(2024, 3, 4))[0] == "Django 5.0.3 is a security release"
    assert "Django 5.0.3 is a security release" not in titles(facts, date(2024, 3, 3))


def test_a_month_without_a_day_is_told_when_it_is_over(facts: Facts) -> None:
    title = "Bug fixes for Django 6.1 end"
    assert title not in titles(facts, date(2027, 4, 30))
    assert title in titles(facts, date(2027, 5, 1))


def test_every_entry_has_an_id_of_its_own(facts: Facts) -> None:
    tree = ElementTree.fromstring(feed.feed(facts, TODAY, SITE))
    ids = [node.text for node in tree.findall("a:entry/a:id", ATOM)]
    assert len(set(ids)) == len(ids) == feed.LENGTH


def test_the_calendar_has_whole_days(facts: Facts) -> None:
    event = events(facts)["Support for Django 3.2 LTS ends"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2024, 4, 1), date(2024, 4, 2))
    assert str(event["url"]) == "https://atlas.example/releases/3.2/"


def test_a_date_known_to_the_month_stays_a_month(facts: Facts) -> None:
    event = events(facts)["Bug fixes for Django 6.1 end this month (no day named yet)"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2027, 4, 1), date(2027, 5, 1))


def test_planned_releases_are_called_planned(facts: Facts) -> None:
    assert any(title.startswith("Django 6.2 LTS is planned to come out") for title in events(facts))


def test_the_inventory_leads_from_ids_to_pages(project: Project) -> None:
    project.write("4.1/sundays", GOOD)
    library, problems = load(project.root)
    assert not problems
    read = sphobjinv.Inventory(zlib=inventory.inventory(library))
    found = {item.name: (item.uri, item.dispname) for item in read.objects}
    assert found["4.1/sundays"] == ("releases/4.1/sundays/", "Shelves close on Sundays")


def test_the_same_facts_and_day_give_the_same_bytes(facts: Facts) -> None:
    assert feed.feed(facts, TODAY, SITE) == feed.feed(facts, TODAY, SITE)
    assert calendar.calendar(facts, TODAY, SITE) == calendar.calendar(facts, TODAY, SITE)


def test_without_an_address_of_the_site_there_is_nothing_whose_ids_are_addresses(
    project: Project, tmp_path: Path
) -> None:
    write_subscriptions(load(project.root)[0], TODAY, tmp_path, "/")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["objects.inv", "robots.txt"]
    assert (tmp_path / "robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"


def test_robots_may_read_everything_and_are_told_where_the_sitemap_is(
    project: Project, tmp_path: Path
) -> None:
    library, _ = load(project.root)
    write_subscriptions(library, TODAY, tmp_path, SITE)
    rules = RobotFileParser()
    rules.parse((tmp_path / "robots.txt").read_text("utf-8").splitlines())
    assert rules.can_fetch("anybody", f"{SITE}releases/4.1/")
    assert rules.site_maps() == [f"{SITE}sitemap.xml"]
