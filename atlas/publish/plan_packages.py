"""What the planner needs to tell at which hop a package has to move, as a script of its own.

Only the reader's files say which version a project pins, so a page compares; what it compares with is decided by
`atlas.decide.packages`. The same records give the same bytes.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from atlas.decide.packages import Cell, PackageView
from atlas.publish.plan_data import FOLDER, put_script
from atlas.words.versions import feature_release

#: What stands in a row of a release, in this order.
ROW_FIELDS: Final = ("ran", "failed", "refused", "smallest", "python")


def package_data(views: Mapping[str, PackageView]) -> dict[str, Any]:
    """Packages that were run, by name.

    listed: the newest version on the index then. on: rows of ROW_FIELDS by release: versions that ran, that failed, and
    that could not be installed, oldest first; whether the smallest was searched for; the feature release of Python.
    bridges: the newest version that ran on both sides of a hop, by the release that it leads to.
    """
    return {
        "fields": list(ROW_FIELDS),
        "packages": {name: _package(view) for name, view in views.items() if view.runs},
    }


def write_packages(views: Mapping[str, PackageView], site_dir: Path) -> Path:
    """Write `packages.js` below `assets/planner/`; returns its path."""
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return put_script(folder / "packages.js", "packageRuns", package_data(views))


def _package(view: PackageView) -> dict[str, Any]:
    assert view.runs
    return {
        "listed": view.runs.listed,
        "on": {cell.release: row for cell in view.cells if any((row := _row(cell))[:3])},
        "bridges": {bridge.after: bridge.version for bridge in view.bridges if bridge.version},
    }


def _row(cell: Cell) -> list[Any]:
    if cell.runs is None:
        return [[], [], [], 0, ""]
    failed, refused = (
        [version for version, run in cell.runs.runs.items() if run.status == status]
        for status in ("fails", "refused")
    )
    python = feature_release(cell.runs.python)
    return [cell.runs.ran, failed, refused, int(cell.smallest is not None), python]
