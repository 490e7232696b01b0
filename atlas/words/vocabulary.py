"""The closed lists: kinds, impacts, areas and headings. Everything else imports them from here."""

from typing import Final, NamedTuple


class Term(NamedTuple):
    """One word of a closed list: how it is shown, and the test for using it."""

    label: str
    meaning: str


KINDS: Final[dict[str, Term]] = {
    "added": Term("Added", "New in this release; nothing that worked before stops working."),
    "changed": Term("Changed", "The same code gives another result, or an error, from this release on."),
    "deprecated": Term("Deprecated", "Works and warns from this release on; gone in the release named."),
    "removed": Term(
        "Removed", "Gone in this release, without a warning or with one from before the first release here."
    ),
    "requirement": Term("Requirement", "A Python, database or package version that this release asks for."),
}

#: Kinds after which somebody has to do something.
FORCES_WORK: Final = frozenset({"changed", "deprecated", "removed", "requirement"})

IMPACTS: Final[dict[str, Term]] = {
    "high": Term("High", "Most projects meet it, or whoever meets it loses data, money or sign-ins."),
    "medium": Term("Medium", "Many projects meet it: it touches a feature that is used in passing."),
    "low": Term("Low", "Few projects meet it: it touches a corner, a private name or a rare setting."),
}

#: What happens to code that is left as it is, worst first: computed from the runs (`decide.impact`).
SEVERITIES: Final[dict[str, Term]] = {
    "stops": Term("Stops", "The old code raises an error, or the release does not start with it."),
    "differs": Term("Changes results", "The old code runs without a warning and gives another result."),
    "warns": Term(
        "Warns", "The old code works and warns in every release out now; what it becomes is not out yet."
    ),
    "looks": Term(
        "Looks different", "What a page or a message looks like differs, what the code does is the same."
    ),
}

#: What somebody may lose who overlooks a change (`harm:`).
HARMS: Final[dict[str, str]] = {
    "data": "data is lost, or stored otherwise than it was meant",
    "access": "people get in who should not, or stay out who should get in",
    "money": "something is paid, sent or done twice or not at all",
}

#: How many projects meet a change, with the least share of them.
REACHES: Final[dict[str, Term]] = {
    "most": Term("Most projects", "One project in five, or more."),
    "many": Term("Many projects", "One project in fifty, or more."),
    "few": Term("Few projects", "Fewer than that."),
}

#: The impact of a change by its severity and its reach.
IMPACT_OF: Final[dict[str, dict[str, str]]] = {
    "stops": {"most": "high", "many": "medium", "few": "low"},
    "differs": {"most": "high", "many": "high", "few": "medium"},
    "warns": {"most": "medium", "many": "low", "few": "low"},
    "looks": {"most": "low", "many": "low", "few": "low"},
}
#: The impact of a change that does harm; one that only warns is on its way to that.
IMPACT_OF_HARM: Final[dict[str, str]] = {
    "stops": "high",
    "differs": "high",
    "warns": "medium",
    "looks": "medium",
}

AREAS: Final[dict[str, str]] = {
    "admin": "Admin",
    "async": "ASGI and async",
    "auth": "Authentication and passwords",
    "cache": "Cache",
    "commands": "Management commands",
    "contrib": "Other contrib apps",
    "database": "Database backends",
    "email": "Email",
    "errors": "Error reports and logging",
    "files": "Files and uploads",
    "forms": "Forms",
    "gis": "GIS",
    "http": "Requests and responses",
    "i18n": "Languages and time zones",
    "migrations": "Migrations",
    "models": "Models and fields",
    "postgresql": "PostgreSQL features",
    "project": "Project layout, settings and checks",
    "python": "Python and packages",
    "queries": "Queries and database functions",
    "security": "Security",
    "serialization": "Serialization",
    "sessions": "Sessions and messages",
    "signals": "Signals",
    "staticfiles": "Static files",
    "tasks": "Tasks",
    "templates": "Templates",
    "testing": "Tests",
    "urls": "URLs",
    "utilities": "Utilities",
    "validation": "Validation and constraints",
    "views": "Views and decorators",
}

AFFECTED: Final = "Who is affected"
SAMPLES: Final = "Before and after"
STEPS: Final = "How to change your code"
NOTICE: Final = "How to notice"
ROLLOUT: Final = "Rolling it out"
EXAMPLE: Final = "Example"
LIMITS: Final = "Limits"
STORY: Final = "In practice"
BACK: Final = "Going back"
#: What bears the page out: drawn folded, last.
EVIDENCE: Final = "Evidence"

#: Headings that a page of a kind must have, in this order.
REQUIRED_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "added": (),
    "changed": (AFFECTED, SAMPLES, STEPS),
    "deprecated": (AFFECTED, SAMPLES, STEPS),
    "removed": (AFFECTED, SAMPLES, STEPS),
    "requirement": (AFFECTED, STEPS),
}

#: The same on a page with evidence, where what to do comes first.
REQUIRED_WITH_EVIDENCE: Final[dict[str, tuple[str, ...]]] = {
    "added": (EVIDENCE,),
    "changed": (SAMPLES, AFFECTED, EVIDENCE),
    "deprecated": (SAMPLES, AFFECTED, EVIDENCE),
    "removed": (SAMPLES, AFFECTED, EVIDENCE),
    "requirement": (AFFECTED, STEPS, EVIDENCE),
}

#: All headings that a page of a kind may have, in the order in which they stand.
HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "added": (AFFECTED, EXAMPLE, STORY, LIMITS, STEPS, ROLLOUT),
    "changed": (AFFECTED, NOTICE, SAMPLES, STORY, STEPS, ROLLOUT),
    "deprecated": (AFFECTED, NOTICE, SAMPLES, STORY, STEPS, ROLLOUT),
    "removed": (AFFECTED, NOTICE, SAMPLES, STORY, STEPS, ROLLOUT),
    "requirement": (AFFECTED, NOTICE, SAMPLES, STORY, STEPS, ROLLOUT),
}

_WORK = (SAMPLES, AFFECTED, NOTICE, STEPS, ROLLOUT, BACK, STORY, EVIDENCE)
HEADINGS_WITH_EVIDENCE: Final[dict[str, tuple[str, ...]]] = {
    "added": (EXAMPLE, AFFECTED, NOTICE, LIMITS, STEPS, ROLLOUT, BACK, STORY, EVIDENCE),
    "changed": _WORK,
    "deprecated": _WORK,
    "removed": _WORK,
    "requirement": (AFFECTED, NOTICE, STEPS, ROLLOUT, BACK, SAMPLES, STORY, EVIDENCE),
}

#: What a sample is run for.
ROLES: Final = ("Before", "After")

#: Services and packages that a page's samples may ask for (`needs:`).
NEEDS: Final[dict[str, str]] = {
    "postgresql": "a PostgreSQL server",
    "mariadb": "a MariaDB server",
    "gis": "GDAL, GEOS and PostGIS",
    "memcached": "a memcached server",
    "redis": "a Redis server",
}

#: What a feature release gets on a given day (`support.Window.status`).
STATUSES: Final[dict[str, Term]] = {
    "planned": Term("Planned", "Not out yet; the dates are the plan."),
    "bug-fixes": Term("Bug fixes", "Gets fixes for serious bugs, data loss and security."),
    "security": Term("Security fixes only", "Gets fixes for security and data loss, nothing else."),
    "ended": Term("Ended", "Gets no fixes at all, not even for known vulnerabilities."),
}
