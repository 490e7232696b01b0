"""`python -m atlas.sync`: write `data/` from the newest Django on the package index."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from atlas.sync.collect import Report, collect
from atlas.sync.consistency import contradictions
from atlas.sync.errors import SyncError
from atlas.sync.handkept import reminders
from atlas.sync.index import download_newest
from atlas.sync.sdist import Sdist, read_sdist
from atlas.sync.writer import stale, texts, write

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a sync; returns the exit code: 0 done, 1 with one line per error and `data/` untouched."""
    parser = argparse.ArgumentParser(prog="python -m atlas.sync", description=__doc__.partition(": ")[2])
    parser.add_argument(
        "--sdist", type=Path, metavar="FILE", help="read this Django-X.Y.Z.tar.gz, no network"
    )
    parser.add_argument("--data", type=Path, default=ROOT / "data", metavar="FOLDER", help="default: data/")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if something would change")
    options = parser.parse_args(arguments)
    try:
        sync(options.sdist, options.data, reporter(), options.check)
    except SyncError as error:
        print(f"sync: {error}", file=sys.stderr)
        return 1
    return 0


def sync(archive: Path | None, data: Path, report: Report, check: bool = False) -> None:
    """Bring `data` up to date from an archive, or from the package index where none is named.

    check: only compare. Errors: SyncError for whatever keeps `data` from being right.
    """
    sdist = read_sdist(archive) if archive else newest(report)
    report(f"reading Django {sdist.version}")
    try:
        atlas = collect(sdist, report)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise SyncError(f"{error.title}: {place}: found {first['input']!r}, {first['msg']}") from None
    wrong = contradictions(atlas)
    if wrong:
        raise SyncError("\nsync: ".join(wrong))
    files = texts(atlas)
    if check and stale(files, data):
        raise SyncError(
            f"{data}: {', '.join(stale(files, data))}: not what Django {sdist.version} says; run `make sync`"
        )
    changed = [] if check else write(files, data)
    report(f"changed: {', '.join(changed)}" if changed else "nothing changed")
    for line in reminders(data / "support.yml", atlas):
        report(line)


def newest(report: Report) -> Sdist:
    """Download and read the newest stable release."""
    report("downloading the newest Django from the package index")
    with tempfile.TemporaryDirectory(prefix="atlas-sync-") as folder:
        return read_sdist(download_newest(Path(folder)))


def reporter() -> Report:
    """A function that prints a progress line with the seconds since the start."""
    start = time.monotonic()

    def report(text: str) -> None:
        print(f"sync: {time.monotonic() - start:5.1f} s  {text}", file=sys.stderr, flush=True)

    return report


if __name__ == "__main__":
    sys.exit(main())
