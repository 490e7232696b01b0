"""What releases run on: the grids of Pythons, databases and libraries, and one release's requirements."""

from collections.abc import Callable, Mapping, Sequence

from atlas.decide.requirements import Requirements, all_databases, all_geo, all_pythons, requirements
from atlas.decide.support import Window
from atlas.facts.addresses import notes_url
from macros.build.here import Here
from macros.build.render import render


def python_grid(here: Here) -> str:
    """Python × Django."""
    return _grid(
        here,
        "tables/python_grid.jinja",
        lambda needs: {python.version: python.since for python in needs.pythons},
        pythons=all_pythons(here.build.library.facts),
    )


def database_grid(here: Here) -> str:
    """Database × Django."""
    return _grid(
        here,
        "tables/database_grid.jinja",
        lambda needs: {database.name: database for database in needs.databases},
        names=all_databases(here.build.library.facts),
    )


def geo_grid(here: Here) -> str:
    """Libraries for geographic data × Django."""
    return _grid(
        here,
        "tables/geo_grid.jinja",
        lambda needs: {library.name: library for library in needs.geo},
        names=all_geo(here.build.library.facts),
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


def _grid(
    here: Here,
    template: str,
    row_of: Callable[[Requirements], Mapping[str, object]],
    **columns: Sequence[str],
) -> str:
    """A grid with a row for each release that is out, newest first. row_of: what a release states, by column."""
    stated = requirements(here.build.library.facts)
    cells = {release: row_of(needs) for release, needs in stated.items()}
    return render(template, here=here, windows=_newest_first(here), cells=cells, **columns)


def _newest_first(here: Here) -> list[Window]:
    """Releases that are out."""
    return [window for window in reversed(here.build.windows.values()) if not window.planned]
