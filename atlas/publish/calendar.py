"""`support.ics`: when releases come out and their support ends, to subscribe to in a calendar.

Each date is an event of a whole day; one that is known to the month alone lasts that whole month and says so.
Source: https://www.rfc-editor.org/rfc/rfc5545
"""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import icalendar

from atlas.facts.django import Facts
from atlas.publish.events import Event, support

NAME = Path("support.ics")


def calendar(facts: Facts, today: date, site_url: str) -> bytes:
    """The calendar as text. site_url: the address of the hosted site, with a slash at its end."""
    made = icalendar.Calendar()
    made.add("prodid", "-//Upgrade Atlas for Django//support dates//EN")
    made.add("version", "2.0")
    made.add("name", "Django support dates")
    made.add("x-wr-calname", "Django support dates")
    host = urlsplit(site_url).hostname or "localhost"
    for one in sorted(support(facts, site_url), key=lambda one: (one.when.first, one.id)):
        made.add_component(_event(one, host, today))
    text: bytes = made.to_ical()
    return text


def _event(one: Event, host: str, today: date) -> icalendar.Event:
    found = icalendar.Event()
    found.add("uid", f"{one.id.replace('/', '-')}@{host}")
    found.add("dtstamp", datetime.combine(today, time(), UTC))
    found.add("dtstart", one.when.first)
    found.add("dtend", one.when.last + timedelta(days=1))
    found.add("summary", one.title if one.when.day else f"{one.title} this month (no day named yet)")
    found.add("description", one.text)
    found.add("url", one.url)
    found.add("transp", "TRANSPARENT")
    return found
