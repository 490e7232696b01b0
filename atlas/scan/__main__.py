"""`python -m atlas scan FOLDER --from 3.2 --to 4.1`: where a project meets the changes between two releases.

Exits 0 when nothing is found, 1 when something is, 2 when it could not run.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from atlas.scan import as_json, as_sarif, as_text, rules_file
from atlas.scan.engine import scan_folder
from atlas.scan.index import index_of
from atlas.scan.report import Report, arranged, changes_for
from atlas.scan.rules import Catalog, Concerned
from atlas.scan.source import kind_of
from atlas.scan.tables import Tables
from atlas.words.arguments import Parser
from atlas.words.packed import packed
from atlas.words.versions import feature_release, is_version, sort_key

ROOT = Path(__file__).parents[2]


def main(arguments: list[str], prog: str = "python -m atlas scan") -> int:
    """Scan and print; the exit status."""
    options = _parser(prog).parse_args(arguments)
    try:
        catalog = _catalog(options.rules)
    except (OSError, ValueError) as error:
        return _failed([f"rules: {error}"])
    end = options.end or catalog["releases"][-1]
    problems = _problems(options, catalog, end)
    if problems:
        return _failed(problems)
    start, end = feature_release(options.start), feature_release(end)
    changes, tables = changes_for(catalog, start, end), Tables(catalog["tables"])
    if options.folder.is_file() and not _is_read(options.folder, changes, tables):
        return _failed([f"FOLDER: {options.folder} is no file in which a rule looks for anything"])
    began = time.perf_counter()
    result = scan_folder(options.folder, changes, tables)
    seconds = time.perf_counter() - began
    report = arranged(changes, result, catalog, start=start, end=end, folder=str(options.folder))
    _write(report, options.format, seconds)
    return 1 if report.found else 0


def _parser(prog: str) -> Parser:
    first, _, last = (__doc__ or "").partition("\n\n")
    parser = Parser(prog=prog, description=first.partition(": ")[2].capitalize(), epilog=last)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the project, or one file of it")
    parser.add_argument("--from", dest="start", required=True, metavar="X.Y", help="the Django you run")
    parser.add_argument("--to", dest="end", metavar="X.Y", help="the Django you go to (default: the newest)")
    parser.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    parser.add_argument(
        "--rules", type=Path, metavar="FILE", help="read the rules from a file, not from the pages in docs/"
    )
    return parser


def _catalog(file: Path | None) -> Catalog:
    if file:
        return rules_file.read(file)
    if (rules := packed("rules")) is not None:
        found: Catalog = rules
        return found
    # Only here: with --rules, nothing but the standard library is needed.
    from atlas.decide.impact import rated
    from atlas.facts.proof_files import read as read_proofs
    from atlas.publish.rules import catalog, site_url
    from atlas.records.library import load

    library, problems = load(ROOT)
    if problems:
        mistakes = "\n".join(map(str, sorted(problems)))
        raise ValueError(f"pages in docs/ have mistakes, so their rules are not known\n{mistakes}")
    return catalog(rated(library, read_proofs(ROOT / "data/proof")), site_url(ROOT))


def _is_read(file: Path, changes: list[Concerned], tables: Tables) -> bool:
    """Whether a single file is one in which rules look for something: Python, a template, or named by a rule."""
    return kind_of(file.name, index_of(changes, tables).globs, tables) is not None


def _problems(options: argparse.Namespace, catalog: Catalog, end: str) -> list[str]:
    known = ", ".join(catalog["releases"])
    found = [
        f"{name}: found {value!r}, expected one of {known} (or a patch release of one)"
        for name, value in (("--from", options.start), ("--to", end))
        if not is_version(value) or feature_release(value) not in catalog["releases"]
    ]
    if not found and sort_key(feature_release(end)) < sort_key(feature_release(options.start)):
        found.append(
            f"--to: {end} is older than {options.start}; there is nothing to scan for on the way back"
        )
    if fault := _not_to_be_scanned(options.folder):
        found.append(f"FOLDER: {fault}")
    return found


def _not_to_be_scanned(folder: Path) -> str:
    """Why a path cannot be scanned; nothing for a folder or a file."""
    try:
        folder.stat()
    except (FileNotFoundError, NotADirectoryError):
        return f"there is no {folder}"
    except (OSError, ValueError) as error:  # too long, no permission, a loop of links; a zero byte in it
        return f"{folder} cannot be read ({getattr(error, 'strerror', None) or error})"
    return "" if folder.is_dir() or folder.is_file() else f"{folder} is neither a folder nor a file"


def _failed(problems: list[str]) -> int:
    for problem in problems:
        print("\n".join(map(as_text.shown, problem.split("\n"))), file=sys.stderr)
    return 2


def _write(report: Report, format_: str, seconds: float) -> None:
    if format_ == "text":
        text = "\n".join(as_text.lines(report, seconds))
    else:
        document = as_json.document(report) if format_ == "json" else as_sarif.document(report)
        text = as_json.written(document)
    # Names of files and lines of code may hold what the terminal cannot show, or no text at all.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
