"""`python -m atlas docs`: bring the inventory of Django's documentation and source up to date.

Reads one source distribution for each series: the newest patch release that `data/patches.json` knows.
Series whose newest patch release is the one already read are left as they are, unless a neighbor is compared with them.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from atlas.facts import docs_pages, gone_imports, source_files
from atlas.facts.django import Facts
from atlas.facts.reading import NOT_WRITTEN
from atlas.facts.writing import put
from atlas.sync.docs.hops import renewed, to_read
from atlas.sync.docs.reading import Series, read_series
from atlas.sync.errors import SyncError
from atlas.sync.sources.index import download
from atlas.words.problems import RecordsBroken
from atlas.words.versions import sort_key

ROOT = Path(__file__).resolve().parents[3]
NONE: Mapping[str, Path] = {}


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code: 0 done, 1 with a line that says what stopped it and `data/` untouched."""
    parser = argparse.ArgumentParser(prog="python -m atlas docs", description=__doc__.partition(": ")[2])
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    parser.add_argument(
        "--sdist", type=Path, nargs="*", default=[], metavar="FILE", help="read these archives"
    )
    parser.add_argument("--all", action="store_true", help="read every series anew")
    options = parser.parse_args(arguments)
    try:
        update(options.root, options.sdist, options.all)
    except (SyncError, RecordsBroken) as error:
        print(f"docs: {error}", file=sys.stderr)
        return 1
    return 0


def update(
    root: Path, archives: Sequence[Path] = (), everything: bool = False, at_hand: Mapping[str, Path] = NONE
) -> list[str]:
    """Write `django-docs.json`, `django-source.json` and `gone-imports.json`; returns the versions that were read.

    archives: source distributions to read instead of what is wanted; at_hand: those that need not be downloaded.
    Errors: SyncError where an archive cannot be had or read.
    """
    docs, code, hops = _stored(root / "data", whole=not archives)
    if archives:
        fresh = [read_series(archive) for archive in archives]
    else:
        known, compared = ({}, {}) if everything else (dict(docs.read), hops)
        fresh = [_read(version, at_hand) for version in wanted(root, known, compared)]
    if not fresh:
        print("docs: nothing changed", file=sys.stderr)
        return []
    write(root / "data", docs, code, fresh)
    read = sorted({**docs.read, **{one.name: one.version for one in fresh}}, key=sort_key)
    _write_hops(root / "data", renewed(hops, read, fresh))
    return [one.version for one in fresh]


def wanted(root: Path, read: dict[str, str], hops: gone_imports.Hops) -> list[str]:
    """The newest patch release of each series of the atlas, where it is not the one already read and compared."""
    facts = Facts(root)
    newest = {series: facts.newest_patch(series) for series in facts.releases}
    again = to_read(newest, hops)
    return [version for series, version in newest.items() if read.get(series) != version or series in again]


def _write_hops(data: Path, hops: gone_imports.Hops) -> None:
    text = gone_imports.to_json(hops)
    gone_imports.parse(text, NOT_WRITTEN)
    put(data / gone_imports.NAME, text)


def write(
    data: Path, docs: docs_pages.Inventory, code: source_files.SourceIndex, fresh: Sequence[Series]
) -> None:
    """Write both files, the series in `fresh` new and the others as they were.

    Errors: RecordsBroken, and nothing is written, where a reader would not take them.
    """
    new = {one.name: one for one in fresh}
    read = {**docs.read, **{name: one.version for name, one in new.items()}}
    pages = {name: {page: sorted(held) for page, held in docs.pages[name].items()} for name in docs.read}
    pages |= {name: one.pages for name, one in new.items()}
    index = source_files.SourceIndex(
        {name: read[name] for name in sorted(read, key=sort_key)},
        {**code.files, **{name: one.files for name, one in new.items()}},
        {**code.names, **{name: one.names for name, one in new.items()}},
    )
    docs_text, source_text = docs_pages.to_json(read, pages), source_files.to_json(index)
    docs_pages.parse(docs_text, NOT_WRITTEN)
    source_files.parse(source_text, NOT_WRITTEN)
    put(data / docs_pages.NAME, docs_text)
    put(data / source_files.NAME, source_text)


def _stored(
    data: Path, whole: bool
) -> tuple[docs_pages.Inventory, source_files.SourceIndex, gone_imports.Hops]:
    """What is there. whole: where it is missing or broken, all series are read again and replace it."""
    try:
        hops = gone_imports.load(data) if (data / gone_imports.NAME).exists() else {}
        return docs_pages.load(data), source_files.load(data), hops
    except RecordsBroken as broken:
        there = (data / docs_pages.NAME).exists() or (data / source_files.NAME).exists()
        if there and not whole:
            raise
        if there:
            print(broken, "docs: reading every series", sep="\n", file=sys.stderr)
        return docs_pages.Inventory({}, {}), source_files.SourceIndex({}, {}, {}), {}


def _read(version: str, at_hand: Mapping[str, Path]) -> Series:
    print(f"docs: reading Django {version}", file=sys.stderr, flush=True)
    if version in at_hand:
        return read_series(at_hand[version])
    with tempfile.TemporaryDirectory(prefix="atlas-docs-") as folder:
        return read_series(download(version, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
