"""What releases run on: the grids of Pythons, databases and libraries, and one release's requirements."""

from atlas.decide.requirements import all_databases, all_geo, all_pythons, requirements
from atlas.decide.support import Window
from atlas.facts.addresses import notes_url
from macros.build.render import render
from macros.build.site import Site


def python_grid(site: Site) -> str:
    """Python × Django."""
    facts = site.library.facts
    return render(
        "tables/python_grid.jinja",
        site=site,
        windows=_newest_first(site),
        pythons=all_pythons(facts),
        cells={
            release: {python.version: python.since for python in needs.pythons}
            for release, needs in requirements(facts).items()
        },
    )


def database_grid(site: Site) -> str:
    """Database × Django."""
    facts = site.library.facts
    return render(
        "tables/database_grid.jinja",
        site=site,
        windows=_newest_first(site),
        names=all_databases(facts),
        cells={
            release: {database.name: database for database in needs.databases}
            for release, needs in requirements(facts).items()
        },
    )


def geo_grid(site: Site) -> str:
    """Libraries for geographic data × Django."""
    facts = site.library.facts
    return render(
        "tables/geo_grid.jinja",
        site=site,
        windows=_newest_first(site),
        names=all_geo(facts),
        cells={
            release: {library.name: library for library in needs.geo}
            for release, needs in requirements(facts).items()
        },
    )


def requirements_of(site: Site, release: str | None = None) -> str:
    """One release's Pythons and databases."""
    facts, name = site.library.facts, site.release(release)
    needs = requirements(facts).get(name)
    if needs is None:
        return f"Django has not stated yet what {name} runs on."
    return render(
        "tables/requirements.jinja",
        needs=needs,
        notes=lambda version: notes_url(facts, version),
    )


def _newest_first(site: Site) -> list[Window]:
    """Releases that are out."""
    return [window for window in reversed(site.windows.values()) if not window.planned]
