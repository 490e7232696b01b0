"""What two readers make of a calendar: `calendars.py FILE`; by id [summary, first day, day after the last]."""

import json
import sys
from pathlib import Path

import ics
import vobject

text = Path(sys.argv[1]).read_text(encoding="utf-8")
by_vobject = {
    event.uid.value: [
        event.summary.value,
        event.dtstart.value.isoformat(),
        event.dtend.value.isoformat(),
    ]
    for event in vobject.readOne(text, validate=True).vevent_list
}
by_ics = {
    event.uid: [event.name, event.begin.date().isoformat(), event.end.date().isoformat()]
    for event in ics.Calendar(text).events
}
print(json.dumps({"vobject": by_vobject, "ics": by_ics}))
