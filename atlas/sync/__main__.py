"""`python -m atlas sync`: write `data/` from the newest Django on the package index."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from atlas.facts.reading import in_words
from atlas.facts.schema import Atlas
from atlas.sync import patch_pages, plausible
from atlas.sync.collect import Report, collect
from atlas.sync.consistency import contradictions
from atlas.sync.errors import SyncError
from atlas.sync.handkept import reminders
from atlas.sync.sources.index import download, stable_versions
from atlas.sync.sources.sdist import Sdist, joined, read_sdist, unknown_to
from atlas.sync.writer import known_version, stale, texts, write
from atlas.words.versions import is_version, sort_key

ROOT = Path(__file__).resolve().parents[2]
ARCHIVES = "read Django-X.Y.Z.tar.gz, no network; notes that the newest archive lacks come from the others"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a sync; returns the exit code: 0 done, 1 with one line per error and `data/` untouched."""
    parser = argparse.ArgumentParser(prog="python -m atlas sync", description=__doc__.partition(": ")[2])
    parser.add_argument("--sdist", type=Path, nargs="+", default=[], metavar="FILE", help=ARCHIVES)
    parser.add_argument("--data", type=Path, default=ROOT / "data", metavar="FOLDER", help="default: data/")
    parser.add_argument("--trust", action="store_true", help="also write facts that take back known ones")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if something would change")
    options = parser.parse_args(arguments)
    try:
        sync(options.sdist, options.data, reporter(), options.check, options.trust)
    except (SyncError, OSError) as error:
        print(f"sync: {error}", file=sys.stderr)
        return 1
    return 0


def sync(
    archives: Sequence[Path], data: Path, report: Report, check: bool = False, trust: bool = False
) -> list[str]:
    """Bring `data` up to date from archives, or from the package index where none is named; what was changed.

    check: only compare; trust: write facts that take back known ones, too.
    Errors: SyncError for whatever keeps `data` from being right.
    """
    sdist = joined([read_sdist(archive) for archive in archives]) if archives else newest(report)
    refuse_older(sdist, data)
    report(f"reading Django {sdist.version}")
    files, atlas = facts(sdist, report)
    doubtful = [] if trust else plausible.doubts(atlas, data)
    if doubtful:
        raise SyncError(
            f"this is no Django {sdist.version} that follows the one in {data}: {'; '.join(doubtful)};"
            " download the archive again, or add --trust where Django did take it back"
        )
    outdated = stale(files, data)
    pages = patch_pages.missing(atlas, data.parent / "docs")
    changed = [*outdated, *(path.relative_to(data.parent).as_posix() for path in pages)]
    if check and changed:
        raise SyncError(
            f"{data}: {', '.join(changed)}: not what Django {sdist.version} says; run `make sync`"
        )
    write(files, outdated, data)
    patch_pages.write(pages)
    report(f"changed: {', '.join(changed)}" if changed else "nothing changed")
    for line in reminders(data / "support.yml", atlas):
        report(line)
    return changed


def refuse_older(sdist: Sdist, data: Path) -> None:
    """Raise a `SyncError` rather than take back what a newer release said."""
    known = known_version(data)
    if known and is_version(known) and sort_key(known) > sort_key(sdist.version):
        raise SyncError(
            f"{data}: has the facts of Django {known}, found the older {sdist.version}; name a newer archive"
            " with --sdist FILE, or another folder with --data FOLDER"
        )


def facts(sdist: Sdist, report: Report) -> tuple[dict[str, str], Atlas]:
    """The files to write, and the facts in them. Errors: SyncError for facts that cannot be."""
    try:
        atlas = collect(sdist, report)
    except ValidationError as error:
        lines = (
            f"{error.title}: {'.'.join(map(str, one['loc']))}: {in_words(dict(one))}"
            for one in error.errors()
        )
        raise SyncError("\nsync: ".join(lines)) from None
    wrong = contradictions(atlas)
    if wrong:
        raise SyncError("\nsync: ".join(wrong))
    return texts(atlas), atlas


def newest(report: Report) -> Sdist:
    """Download and read the newest stable release, and each newer patch release that it does not know."""
    report("asking the package index for the newest Django")
    versions = stable_versions()
    with tempfile.TemporaryDirectory(prefix="atlas-sync-") as folder:

        def read(version: str) -> Sdist:
            report(f"downloading Django {version}")
            return read_sdist(download(version, Path(folder, version)))

        first = read(versions[0])
        return joined([first, *map(read, unknown_to(first, versions))])


def reporter() -> Report:
    """A function that prints a progress line with the seconds since the start."""
    start = time.monotonic()

    def report(text: str) -> None:
        print(f"sync: {time.monotonic() - start:5.1f} s  {text}", file=sys.stderr, flush=True)

    return report


if __name__ == "__main__":
    sys.exit(main())
