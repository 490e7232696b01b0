"""`feed.xml`: releases, security fixes and ends of support that have happened, as an Atom feed.

Source: https://www.rfc-editor.org/rfc/rfc4287
"""

from datetime import UTC, date, datetime, time
from pathlib import Path

from feedgen.feed import FeedGenerator

from atlas.export.events import Event, patches, support
from atlas.facts import Facts

NAME = Path("feed.xml")
#: Entries in the feed, some two years of them.
LENGTH = 60
TITLE = "Django releases, security fixes and ends of support"
AUTHOR = "Upgrade Atlas for Django"


def past(facts: Facts, today: date, site_url: str) -> list[Event]:
    """What had happened by `today`, newest first. A month without a day counts when it is over."""
    every = [*patches(facts), *support(facts, site_url)]
    over = [one for one in every if one.when.over(today) or (one.when.day and one.when.first == today)]
    return sorted(over, key=lambda one: (one.when.last, one.id), reverse=True)[:LENGTH]


def feed(facts: Facts, today: date, site_url: str) -> bytes:
    """The feed as XML. site_url: the address of the hosted site, with a slash at its end."""
    events = past(facts, today, site_url)
    made = FeedGenerator()
    made.id(f"{site_url}{NAME}")
    made.title(TITLE)
    made.author(name=AUTHOR)
    made.link(href=f"{site_url}{NAME}", rel="self")
    made.link(href=site_url, rel="alternate")
    made.updated(_moment(events[0].when.last if events else today))
    for one in events:
        entry = made.add_entry(order="append")
        entry.id(f"{site_url}{NAME}#{one.id}")
        entry.title(one.title)
        entry.summary(one.text)
        entry.link(href=one.url)
        entry.updated(_moment(one.when.last))
    text: bytes = made.atom_str(pretty=True)
    return text


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
