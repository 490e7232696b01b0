"""`feed.xml`: releases, security fixes and ends of support that have happened, as an Atom feed.

Source: https://www.rfc-editor.org/rfc/rfc4287
"""

from datetime import UTC, date, datetime, time
from pathlib import Path
from xml.etree import ElementTree as ET

from atlas.facts.django import Facts
from atlas.publish.events import Event, patches, support

NAME = Path("feed.xml")
#: Entries in the feed, some two years of them.
LENGTH = 60
TITLE = "Django releases, security fixes and ends of support"
AUTHOR = "Upgrade Atlas for Django"
ATOM = "http://www.w3.org/2005/Atom"


def past(facts: Facts, today: date, site_url: str) -> list[Event]:
    """What had happened by `today`, newest first. A month without a day counts when it is over."""
    every = [*patches(facts, site_url), *support(facts, site_url)]
    over = [one for one in every if one.when.over(today) or (one.when.day and one.when.first == today)]
    return sorted(over, key=lambda one: (one.when.last, one.id), reverse=True)[:LENGTH]


def feed(facts: Facts, today: date, site_url: str) -> bytes:
    """The feed as XML. site_url: the address of the hosted site, with a slash at its end."""
    events = past(facts, today, site_url)
    made = ET.Element("feed", xmlns=ATOM)
    _text(made, id=f"{site_url}{NAME}", title=TITLE)
    _text(made, updated=_moment(events[0].when.last if events else today))
    _text(ET.SubElement(made, "author"), name=AUTHOR)
    ET.SubElement(made, "link", href=f"{site_url}{NAME}", rel="self")
    ET.SubElement(made, "link", href=site_url, rel="alternate")
    for one in events:
        entry = ET.SubElement(made, "entry")
        _text(entry, id=f"{site_url}{NAME}#{one.id}", title=one.title, updated=_moment(one.when.last))
        ET.SubElement(entry, "link", href=one.url)
        _text(entry, summary=one.text)
    ET.indent(made)
    text: bytes = ET.tostring(made, encoding="UTF-8", xml_declaration=True)
    return text


def _text(parent: ET.Element, **children: str) -> None:
    for name, text in children.items():
        ET.SubElement(parent, name).text = text


def _moment(day: date) -> str:
    return datetime.combine(day, time(), UTC).isoformat()
