"""How far Zensical gets with this site: `python -m tools.zensical SITE`, a site that MkDocs built; prints a table.

It builds a copy of the project in an environment of its own under `.cache/zensical/`, and needs the package index once.
"""

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from atlas.built.changed import pages
from atlas.prove.pins import uv

#: The newest that can be installed everywhere: later ones want a package that not every index has.
VERSION: Final = "0.0.73"
CACHE: Final = Path(".cache/zensical")
#: Links that go nowhere, one of each sort that a build has to stop at.
BROKEN: Final = {
    "a page": "[x](nowhere.md)",
    "an anchor": "[x](../about/data.md#nowhere)",
    "an anchor of the page": "[x](#nowhere)",
    "a picture": "![x](nowhere.png)",
}
#: What the hooks of the build write, by what it is for.
WRITTEN: Final = {
    "data and its schemas": "api/v1/*.json",
    "feed and calendar": "feed.xml support.ics",
    "inventory of ids": "objects.inv",
    "pages as Markdown": "releases/*/*.md",
    "search index": "search/index.js search/rest.js",
    "planner and scanner": "assets/planner/*.js",
    "pictures for previews": "assets/previews/*",
}


class Row(NamedTuple):
    """A line of the table: what was looked at, what came of it."""

    what: str
    found: str


def main(arguments: list[str]) -> int:
    """Print the table; the exit status."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "index.html").is_file():
        print("python -m tools.zensical: expected the folder of a site that MkDocs built", file=sys.stderr)
        return 2
    rows = list(measure(Path(arguments[0])))
    print("| what | Zensical " + VERSION + " |\n|---|---|")
    print("\n".join(f"| {row.what} | {row.found} |" for row in rows))
    return 0


def measure(ours: Path) -> Iterator[Row]:
    """Build the site, and one with broken links, and compare."""
    zensical = environment()
    project = copy()
    begun = time.monotonic()
    built = subprocess.run([zensical, "build", "--clean"], cwd=project, capture_output=True, text=True)
    seconds = time.monotonic() - begun
    said = (built.stderr or built.stdout).strip().splitlines()
    last = f": `{said[-1][:160]}`" if built.returncode and said else ""
    yield Row("the build", f"exit status {built.returncode}, {seconds:.0f} s{last}")
    site = project / "site"
    if not site.is_dir():
        return
    yield from compared(ours, site)
    yield from written(ours, site)
    yield broken(zensical, project)


def compared(ours: Path, site: Path) -> Iterator[Row]:
    """Pages that are there, say the same, and show a macro as it is written."""
    known, found = pages(ours), pages(site)
    there = known.keys() & found.keys()
    same = [file for file in there if known[file].lines == found[file].lines]
    yield Row("pages", f"{len(there)} of {len(known)}")
    yield Row("pages that say the same", f"{len(same)} of {len(known)}")
    raw = [file for file in there if any("[[[" in line for line in found[file].lines)]
    yield Row("pages that show a macro as it is written", str(len(raw)))


def written(ours: Path, site: Path) -> Iterator[Row]:
    """What the hooks of the build write beside pages."""
    for what, patterns in WRITTEN.items():
        wanted = {path.relative_to(ours).as_posix() for one in patterns.split() for path in ours.glob(one)}
        found = [name for name in wanted if (site / name).is_file()]
        yield Row(what, f"{len(found)} of {len(wanted)} files")


def broken(zensical: Path, project: Path) -> Row:
    """How many broken links a strict build stops at or names."""
    caught = []
    page = project / "docs/about/linking.md"
    good = page.read_text(encoding="utf-8")
    for name, link in BROKEN.items():
        page.write_text(f"{good}\n{link}\n", encoding="utf-8")
        done = subprocess.run(
            [zensical, "build", "--clean", "--strict"], cwd=project, capture_output=True, text=True
        )
        if done.returncode and "nowhere" in done.stdout + done.stderr:
            caught.append(name)
    page.write_text(good, encoding="utf-8")
    return Row(
        "broken links that stop a strict build", f"{len(caught)} of {len(BROKEN)} ({', '.join(caught)})"
    )


def environment() -> Path:
    """The program, in an environment that has the packages of the site, too."""
    folder = CACHE.absolute() / VERSION
    if not (folder / ".ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        python = str(folder / "bin/python")
        lock = Path("requirements.txt").read_text(encoding="utf-8")
        locked = re.findall(r"^([a-z0-9._-]+==\S+)", lock, re.MULTILINE)
        subprocess.run([uv(), "venv", "--quiet", "--python", sys.executable, str(folder)], check=True)
        install = [uv(), "pip", "install", "--quiet", "--python", python]
        subprocess.run([*install, *locked, f"zensical=={VERSION}"], check=True)
        (folder / ".ready").touch()
    return folder / "bin/zensical"


def copy() -> Path:
    """A copy of what git knows of the project."""
    project = CACHE.absolute() / "project"
    shutil.rmtree(project, ignore_errors=True)
    tracked = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True).stdout
    for name in filter(None, tracked.split("\0")):
        if Path(name).is_file() and not name.startswith("tests/"):
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(name, project / name)
    return project


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
