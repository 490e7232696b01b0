"""Records of one package that tests make up: what ran, what failed and why, and a release where nothing ran."""

import json

from tests.project import Project

NAME = "django-shelves"
RECIPE = """\
packages:
  django-lamps:
    does: lights the shelves
    modules: [lamps]
  django-shelves:
    does: keeps books where readers find them
    modules: [shelves]
    apps: [shelves, "shelves.deep >=2.0"]
    settings: {SHELVES: "3"}
    urls: {shelves/: shelves.urls}
    left_out: {shelves.cellar: it is always dark there}
"""
GONE = "cannot import name 'LogoutView' from 'django.contrib.auth.views' (django/contrib/auth/views.py)"


def write(project: Project) -> None:
    """Give a project these packages instead of the real ones."""
    folder = project.root / "data/packages"
    folder.unlink()
    folder.mkdir()
    (folder / "packages.yml").write_text(RECIPE)
    (folder / f"{NAME}.json").write_text(json.dumps(records()))


def records() -> dict[str, object]:
    """Runs on 4.0, 4.1 and 4.2: 2.0 is the bridge of the first hop, nothing runs on 4.2."""
    runs, fails = {"status": "runs"}, {"status": "fails", "faults": [fault("load", "ImportError", GONE)]}
    return {
        "recipe": "0123456789ab",
        "listed": "3.1",
        "listed_on": "2026-11-02",
        "versions": {
            "2.0": {"django": ">=3.2", "classifiers": ["4.0"]},
            "3.0": {"django": ">=4.1", "classifiers": ["4.1", "4.2"]},
        },
        "releases": {
            "4.0": row("4.0.10", "2026-11-01", "2.0", {"1.0": fails, "1.5": runs, "2.0": runs}),
            "4.1": row("4.1.13", "2026-11-02", "3.0", {"1.5": fails, "2.0": runs, "3.0": runs}, ["newest"]),
            "4.2": row("4.2.30", "2026-11-02", "3.0", {"3.0": fails}),
        },
    }


def fault(step: str, sort: str, text: str) -> dict[str, str]:
    return {"step": step, "type": sort, "text": text, "by": NAME}


def row(
    django: str, day: str, installs: str, runs: dict[str, object], searched: list[str] | None = None
) -> dict[str, object]:
    return {
        "django": django,
        "python": "3.10.13",
        "run": day,
        "installs": installs,
        "searched": searched or ["newest", "smallest"],
        "runs": runs,
    }
