"""Pictures as pages call them: inline SVG drawn from data, with the table that it stands for below or linked."""

from datetime import date

from atlas.decide.requirements import COMMON, all_pythons, requirements
from atlas.decide.support import Window
from atlas.records.library import Library
from atlas.words.vocabulary import IMPACTS
from macros.build.here import Here
from macros.build.render import render
from macros.pictures.grids import database_cells, python_cells
from macros.pictures.timeline import timeline
from macros.pictures.weights import weights

#: Planned releases on the timeline; the plan beyond them is too far off to act on.
PLANNED = 2


def support_chart(here: Here, table: str = "") -> str:
    """The support timeline. `table`: the address of the table with its dates, if that is not right below."""
    return support_picture(list(here.build.windows.values()), here.build.today, table)


def support_picture(known: list[Window], today: date, table: str) -> str:
    """As `support_chart`, for whoever has the windows at hand."""
    return render("pictures/timeline.jinja", chart=timeline(shown_windows(known), today), table=table)


def shown_windows(known: list[Window]) -> list[Window]:
    """The releases that are out and the first planned ones."""
    planned = [window for window in known if window.planned]
    return [window for window in known if window not in planned[PLANNED:]]


def python_chart(here: Here) -> str:
    """Python × Django as a picture; stands above `python_grid()`."""
    facts = here.build.library.facts
    grid = python_cells(requirements(facts), all_pythons(facts))
    return render("pictures/pythons.jinja", grid=grid, windows=here.build.windows)


def database_chart(here: Here) -> str:
    """Database × Django as a picture; stands above `database_grid()`."""
    grid = database_cells(requirements(here.build.library.facts), COMMON)
    return render("pictures/databases.jinja", grid=grid, windows=here.build.windows)


def weight_picture(library: Library, release: str) -> str:
    """How heavy a release is by area and impact, with its table; nothing where no change forces work."""
    rows = weights(library.of_release(release))
    return render("pictures/weights.jinja", release=release, rows=rows, impacts=IMPACTS) if rows else ""
