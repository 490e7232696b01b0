"""What the runs of other people's packages say: the matrix of all, and the sections of one package's page."""

from atlas.decide.packages import Failed, PackageView
from atlas.facts.packages import parted
from atlas.words.spans import in_words
from macros.build.here import Here
from macros.build.render import render

#: Faults that one page tells; what failed on the newest versions comes first.
TOLD = 12


def package_matrix(here: Here) -> str:
    """Packages × releases: which versions ran."""
    views = here.build.packages
    return render("tables/packages/matrix.jinja", here=here, views=views.values(), releases=_releases(here))


def package(here: Here, name: str) -> str:
    """The sections of a package's page. Errors: KeyError for one that `packages.yml` does not have."""
    view = here.build.packages[name]
    return render(
        "tables/packages/package.jinja",
        here=here,
        view=view,
        cells=[cell for cell in reversed(view.cells) if cell.runs],
        missing=in_words([cell.release for cell in view.cells if not cell.runs], _releases(here)),
        failed=[_told(here, row) for row in view.failed[:TOLD]],
        more=len(view.failed[TOLD:]),
        lines=_lines(view),
    )


def _releases(here: Here) -> list[str]:
    return list(here.build.library.facts.releases)


def _told(here: Here, row: Failed) -> tuple[Failed, str]:
    return row, in_words(row.releases, _releases(here))


def _lines(view: PackageView) -> list[str]:
    """What a project had to have for it, as lines of settings."""
    recipe = view.recipe
    lists = {
        "INSTALLED_APPS": [*recipe.apps_first, *recipe.apps],
        "MIDDLEWARE": [*recipe.middleware_first, *recipe.middleware],
    }
    lines = [
        f'{name} += ["{one}"]{_of(versions)}'
        for name, texts in lists.items()
        for one, versions in map(parted, texts)
    ]
    lines += [
        f"{name} = {value}{_of(versions)}"
        for (name, versions), value in zip(
            map(parted, recipe.settings), recipe.settings.values(), strict=True
        )
    ]
    lines += [
        f'path("{prefix}", include("{module}")){_of(versions)}'
        for prefix, (module, versions) in zip(recipe.urls, map(parted, recipe.urls.values()), strict=True)
    ]
    return lines


def _of(versions: object) -> str:
    """The comment that says which versions have a line; nothing where all do."""
    return f"  # {versions}" if str(versions) else ""
