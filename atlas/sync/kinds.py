"""Which part of the notes a heading lies in, and so what kind of note stands under it."""

import re

MINOR = "Minor features"
DROPPED_DATABASE = re.compile(
    r"Dropped support for (?:PostgreSQL|MySQL|MariaDB|Oracle|SQLite|PostGIS) (?:< )?\d"
)

#: Headings whose text only introduces the list under it, so that the bullets are the units. Found by
#: reading: under every other heading with a text, the bullets are details of that text.
INTRODUCES_LIST = re.compile(
    r"Database backend API$|Features removed in |Removed private Python 2 compatibility APIs$"
)

TOP_LEVEL = {
    "What's new in": "whats-new",
    "Backwards incompatible changes": "backwards-incompatible",
    "Features deprecated in": "deprecated",
    "Features removed in": "removed",
    "Python compatibility": "python",
}


def part_of(path: list[str]) -> str:
    """The top-level part of the notes in which a heading path lies."""
    return next((part for start, part in TOP_LEVEL.items() if path[0].startswith(start)), "other")


def kind_of(path: list[str]) -> str:
    """feature-major, feature-minor, breaking, database, deprecated, removed, python or other."""
    part = part_of(path)
    second = path[1] if len(path) > 1 else ""
    if part == "whats-new":
        return "feature-minor" if second == MINOR else "feature-major"
    if part != "backwards-incompatible":
        return part
    if second.startswith("Dropped support for Python"):
        return "python"
    is_database = second == "Database backend API" or DROPPED_DATABASE.match(second)
    return "database" if is_database else "breaking"
