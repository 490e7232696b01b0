"""What the runs of other people's packages say, as the rows of `packages.json`."""

from datetime import date

from atlas.decide.packages import Cell, PackageView, views
from atlas.facts import package_runs, packages
from atlas.publish.models import PackageBridgeRow, PackageReleaseRow, PackageRow, PackagesFile
from atlas.records.library import Library


def packages_file(library: Library, today: date, site_url: str) -> PackagesFile:
    """`packages.json`. site_url: with its slash. Errors: RecordsBroken where a file of `data/packages/` is broken."""
    facts = library.facts
    recipes, runs = packages.read(facts.data).packages, package_runs.read_all(facts.data)
    found = views(recipes, runs, list(facts.releases))
    rows = [_package(view, site_url) for view in found.values()]
    return PackagesFile(generated=today.isoformat(), packages=rows)


def _package(view: PackageView, site_url: str) -> PackageRow:
    return PackageRow(
        name=view.name,
        url=f"{site_url}packages/{view.name}/",
        does=view.recipe.does,
        listed=view.runs.listed if view.runs else None,
        listed_on=view.runs.listed_on if view.runs else None,
        releases=[row for cell in view.cells if (row := _release(view, cell))],
        bridges=[
            PackageBridgeRow(before=bridge.before, after=bridge.after, version=bridge.version)
            for bridge in view.bridges
            if bridge.known
        ],
    )


def _release(view: PackageView, cell: Cell) -> PackageReleaseRow | None:
    row = cell.runs
    if row is None or view.runs is None:
        return None
    said = view.runs.versions.get(cell.newest or "")
    failed = {version: run.faults[0] for version, run in row.runs.items() if run.faults}
    return PackageReleaseRow(
        release=cell.release,
        django=row.django,
        python=row.python,
        run=row.run,
        smallest=cell.smallest,
        newest=cell.newest,
        installs=row.installs,
        declares=said.django if said else None,
        named=cell.declared,
        ran=row.ran,
        failed={version: f"{fault.step}: {fault.type}: {fault.text}" for version, fault in failed.items()},
    )
