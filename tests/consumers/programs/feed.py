"""What feedparser makes of a feed: `feed.py FILE`."""

import json
import sys

import feedparser

found = feedparser.parse(sys.argv[1])
print(
    json.dumps(
        {
            "version": found.version,
            "complaint": str(found.get("bozo_exception", "")),
            "title": found.feed.title,
            "entries": [
                {"id": one.id, "title": one.title, "link": one.link, "day": list(one.updated_parsed[:3])}
                for one in found.entries
            ],
        }
    )
)
