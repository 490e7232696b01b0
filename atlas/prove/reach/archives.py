"""Downloads the archive of one version through pip, as configured here, and has nothing of it run.

`pip download` asks a source archive's build backend for its metadata before it hands the file over. Every Python that
pip starts for that finds `STAND_IN` first, which answers in the backend's place and ends the process: whatever the
archive says, none of its code is imported.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from atlas.facts.package_runs import UNREACHED
from atlas.prove.packages import processes
from atlas.prove.packages.index import UNREACHABLE, Index, NotBuilt, Unreachable, one_line
from atlas.prove.reach.current import Archive, Current

#: Seconds of the clock.
TO_DOWNLOAD: Final = 600.0
OPTIONS: Final[dict[Archive, tuple[str, ...]]] = {
    "source": ("--no-binary", ":all:", "--use-pep517", "--no-build-isolation"),
    "wheel": ("--only-binary", ":all:"),
}
#: Python imports a module of this name before anything else.
#: Source: https://docs.python.org/3/library/site.html#module-sitecustomize
STAND_IN_NAME: Final = "sitecustomize.py"
STAND_IN: Final = """
import json, os, sys

def answer(hook, folder):
    if hook != "prepare_metadata_for_build_wheel":
        return []
    name, version = os.environ["ATLAS_ASKED"].split("==")
    with open(os.path.join(folder, "input.json"), encoding="utf-8") as file:
        target = json.load(file)["kwargs"]["metadata_directory"]
    made = f"{name.replace('-', '_')}-{version}.dist-info"
    os.makedirs(os.path.join(target, made), exist_ok=True)
    with open(os.path.join(target, made, "METADATA"), "w", encoding="utf-8") as file:
        file.write(f"Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n")
    return made

if sys.orig_argv[1:3] != ["-m", "pip"]:
    status = 1
    try:
        *_, hook, folder = sys.orig_argv
        said = {"return_val": answer(hook, folder)}
        with open(os.path.join(folder, "output.json"), "w", encoding="utf-8") as file:
            json.dump(said, file)
        status = 0
    finally:
        os._exit(status)
"""


def download(index: Index, name: str, current: Current, folder: Path) -> Path:
    """The archive of a version, in an empty folder: of its source, or the wheel where there is none or pip refuses it.

    Errors: Unreachable; NotBuilt where pip hands over none.
    """
    sorts = [sort for sort in OPTIONS if sort in current.archives]
    why: Exception = NotBuilt("the index has no archive of it")
    for sort in sorts:
        try:
            return _download(index, f"{name}=={current.version}", OPTIONS[sort], folder / sort)
        except NotBuilt as refused:
            why = refused
    raise why


def _download(index: Index, asked: str, options: Sequence[str], folder: Path) -> Path:
    beside = folder.with_name("stand-in")
    beside.mkdir(parents=True, exist_ok=True)
    (beside / STAND_IN_NAME).write_text(STAND_IN, encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    limits = ["--no-deps", "--ignore-requires-python", "--no-cache-dir", "--dest", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(beside), "ATLAS_ASKED": asked}
    done = processes.run(
        [*command, *limits, *options, *index.options, asked], TO_DOWNLOAD, environment=environment
    )
    if done.why or UNREACHABLE.search(done.words):
        raise Unreachable(f"{UNREACHED}: {done.why or one_line(done.words)}")
    found = sorted(folder.iterdir()) if folder.exists() else []
    if done.status != 0 or not found:
        raise NotBuilt(f"pip does not download {asked}: {one_line(done.words) or 'it gave no reason'}")
    return found[0]
