"""The planner of the upgrade page: its form, and the empty places that its scripts fill."""

from typing import Final

from atlas.facts.django import Facts
from atlas.words.versions import feature_release, sort_key
from atlas.words.vocabulary import AREAS, STATUSES
from macros.build.here import Here
from macros.build.render import render

#: Areas as a project is made of them. Every area stands in one group: tests/macros/test_planner.py.
GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "Data": ("database", "migrations", "models", "queries", "serialization", "validation"),
    "Particular databases": ("gis", "postgresql"),
    "Pages": ("files", "forms", "http", "staticfiles", "templates", "urls", "views"),
    "People": ("admin", "auth", "i18n", "security", "sessions"),
    "Services": ("async", "cache", "email", "signals", "tasks"),
    "Project": ("commands", "contrib", "errors", "project", "python", "testing", "utilities"),
}


def planner(here: Here) -> str:
    """The form, a panel for each script, and the place for the plan."""
    facts = here.build.library.facts
    out = [window for window in here.build.windows.values() if not window.planned]
    return render(
        "pages/planner/planner.jinja",
        here=here,
        releases=[(window, _versions(facts, window.release)) for window in reversed(out)],
        goal=next(window.release for window in reversed(out) if window.lts),
        groups=GROUPS,
        areas=AREAS,
        pythons=pythons(facts),
        products=products(facts),
        hosted=here.build.site_url,
        today=here.build.today,
        statuses=STATUSES,
        suffix="/" if here.build.directory_urls else ".html",
    )


def pythons(facts: Facts) -> list[str]:
    """Every Python that any release here runs on, newest first."""
    found = {python for release in facts.releases.values() for python in release.pythons}
    return sorted(found, key=sort_key, reverse=True)


def products(facts: Facts) -> list[str]:
    """Every database and library for which a release here states a least version."""
    return list(dict.fromkeys(name for release in facts.releases.values() for name in release.databases))


def _versions(facts: Facts, release: str) -> list[str]:
    versions = [version for version in facts.patches if feature_release(version) == release]
    return [release, *versions]
