"""How far Zensical gets with this site: `python -m tools.zensical SITE`, a site that MkDocs built; prints a table.

It builds a copy of the project in an environment of its own under `.cache/zensical/`, and needs the package index once.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from atlas.built.changed import pages
from atlas.prove.pins import uv

#: The newest that can be installed everywhere: later ones want a package that not every index has.
VERSION: Final = "0.0.73"
CACHE: Final = Path(".cache/zensical")
#: A build that takes longer is ended. MkDocs takes one or two.
MINUTES: Final = 8
#: The exit status of `timeout` then.
ENDED: Final = 124
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
    "search index": "search/index.js search/said.js search/rest.js",
    "planner and scanner": "assets/planner/*.js",
    "pictures for previews": "assets/previews/*",
}


class Obstacle(NamedTuple):
    """What stops a build: the file in which it is taken away in a copy, what is there, what is put there, and why."""

    file: str
    was: str
    now: str
    why: str


#: One after the other, each was what stopped the build once those before it were away. What templates draw goes with
#: them: a table of pages that say the same compares what authors and macros put there.
OBSTACLES: Final = (
    Obstacle(
        "macros/__init__.py",
        "return str(env.page.file.src_uri)",
        "return str(env.page.path)",
        "its pages have a path and no `file`",
    ),
    Obstacle(
        "macros/__init__.py",
        "        build = Build.read(ROOT, env.conf)\n",
        "        build = KEPT.get(0) or KEPT.setdefault(0, Build.read(ROOT, env.conf))\n",
        "it calls `define_env` for every page, which would read all records 1,200 times",
    ),
    Obstacle(
        "macros/__init__.py",
        "    permanent.draw_ahead(build)\n",
        "    _ = KEPT.get(1) or KEPT.setdefault(1, permanent.draw_ahead(build) or True)\n",
        "the same",
    ),
    Obstacle(
        "macros/__init__.py",
        "ROOT = Path(__file__).parent.parent\n",
        "ROOT = Path(__file__).parent.parent\nKEPT = {}\n",
        "the same",
    ),
    Obstacle(
        "macros/__init__.py",
        '    env.conf["extra"]["parts"] = Parts(build)\n',
        "",
        "it copies `extra` for every page and hands templates data alone, so ours cannot ask `parts`",
    ),
    Obstacle("mkdocs.yml", "  custom_dir: overrides\n", "", "the same"),
)


class Row(NamedTuple):
    """A line of the table: what was looked at, what came of it as it is, and without the obstacles."""

    what: str
    found: str


def main(arguments: list[str]) -> int:
    """Print the table; the exit status."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "index.html").is_file():
        print("python -m tools.zensical: expected the folder of a site that MkDocs built", file=sys.stderr)
        return 2
    ours, zensical = Path(arguments[0]), environment()
    as_it_is = list(measure(ours, zensical, copy("as-it-is")))
    without = list(measure(ours, zensical, copy("without", OBSTACLES)))
    print(f"| Zensical {VERSION} | as it is | without the obstacles |\n|---|---|---|")
    for one, other in zip(as_it_is, without, strict=True):
        print(f"| {one.what} | {one.found} | {other.found} |")
    return 0


def measure(ours: Path, zensical: Path, project: Path) -> Iterator[Row]:
    """Build a copy, and the same with broken links, and compare with our site."""
    begun = time.monotonic()
    built = run(zensical, project)
    seconds = time.monotonic() - begun
    said = (built.stderr or built.stdout).strip().splitlines()
    errors = [line for line in said if re.match(r"(?:\w+\.)*\w*Error\b", line.strip())]
    if built.returncode == ENDED:
        errors = [f"ended after {MINUTES} minutes"]
    yield Row(
        "the build",
        f"exit status {built.returncode} after {seconds:.0f} s"
        + (f": `{errors[-1][:120]}`" if errors else ""),
    )
    site = project / "site"
    yield from compared(ours, site)
    yield from written(ours, site)
    yield broken(zensical, project) if not built.returncode else Row("broken links that stop a build", "-")


def run(zensical: Path, project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build a copy of the project. Its folder is on the path, where MkDocs puts it by itself."""
    command = ["timeout", str(MINUTES * 60), str(zensical), "build", "--clean", *options]
    variables = {**os.environ, "PYTHONPATH": str(project)}
    return subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True)


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
        done = run(zensical, project, "--strict")
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


def copy(name: str, obstacles: Iterable[Obstacle] = ()) -> Path:
    """A copy of what git knows of the project, with obstacles taken away."""
    project = CACHE.absolute() / name
    shutil.rmtree(project, ignore_errors=True)
    tracked = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True).stdout
    for name in filter(None, tracked.split("\0")):
        if Path(name).is_file() and not name.startswith("tests/"):
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(name, project / name)
    for one in obstacles:
        text = (project / one.file).read_text(encoding="utf-8")
        assert text.count(one.was) == 1, f"{one.file}: found no {one.was!r}"
        (project / one.file).write_text(text.replace(one.was, one.now), encoding="utf-8")
    return project


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
