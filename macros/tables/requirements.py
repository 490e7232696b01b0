"""What releases run on: the grids of Pythons, databases and libraries, and one release's requirements."""

from atlas.decide.requirements import all_databases, all_geo, all_pythons, requirements
from atlas.decide.support import Window
from atlas.facts.addresses import notes_url
from macros.build.here import Here
from macros.build.render import render


def python_grid(here: Here) -> str:
    """Python × Django."""
    facts = here.build.library.facts
    return render(
        "tables/python_grid.jinja",
        here=here,
        windows=_newest_first(here),
        pythons=all_pythons(facts),
        cells={
            release: {python.version: python.since for python in needs.pythons}
            for release, needs in requirements(facts).items()
        },
    )


def database_grid(here: Here) -> str:
    """Database × Django."""
    facts = here.build.library.facts
    return render(
        "tables/database_grid.jinja",
        here=here,
        windows=_newest_first(here),
        names=all_databases(facts),
        cells={
            release: {database.name: database for database in needs.databases}
            for release, needs in requirements(facts).items()
        },
    )


def geo_grid(here: Here) -> str:
    """Libraries for geographic data × Django."""
    facts = here.build.library.facts
    return render(
        "tables/geo_grid.jinja",
        here=here,
        windows=_newest_first(here),
        names=all_geo(facts),
        cells={
            release: {library.name: library for library in needs.geo}
            for release, needs in requirements(facts).items()
        },
    )


def requirements_of(here: Here, release: str | None = None) -> str:
    """One release's Pythons and databases."""
    facts, name = here.build.library.facts, here.release(release)
    needs = requirements(facts).get(name)
    if needs is None:
        return f"Django has not stated yet what {name} runs on."
    return render(
        "tables/requirements.jinja",
        needs=needs,
        notes=lambda version: notes_url(facts, version),
    )


def _newest_first(here: Here) -> list[Window]:
    """Releases that are out."""
    return [window for window in reversed(here.build.windows.values()) if not window.planned]
