"""`python -m atlas scan FOLDER --from 3.2 --to 4.1`: where a project meets the changes between two releases.

Exits 0 when nothing is found, 1 when something is, 2 when it could not run.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any, TypeGuard

from atlas.scan import as_json, as_sarif, as_text
from atlas.scan.engine import scan_folder
from atlas.scan.report import Report, arranged, changes_for
from atlas.scan.rules import FORMAT, Catalog
from atlas.scan.tables import TableData, Tables
from atlas.words.versions import feature_release, is_version, sort_key

ROOT = Path(__file__).parents[2]


def main(arguments: list[str]) -> int:
    """Scan and print; the exit status."""
    options = _parser().parse_args(arguments)
    try:
        catalog = _catalog(options.rules)
    except (OSError, ValueError) as error:
        return _failed([f"rules: {error}"])
    end = options.end or catalog["releases"][-1]
    problems = _problems(options, catalog, end)
    if problems:
        return _failed(problems)
    start, end = feature_release(options.start), feature_release(end)
    changes = changes_for(catalog, start, end)
    began = time.perf_counter()
    result = scan_folder(options.folder, changes, Tables(catalog["tables"]))
    seconds = time.perf_counter() - began
    folder, site = str(options.folder), catalog["site"]
    report = arranged(changes, result, start=start, end=end, folder=folder, site=site)
    _write(report, options.format, seconds)
    return 1 if report.found else 0


def _parser() -> argparse.ArgumentParser:
    first, _, last = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        prog="python -m atlas scan", description=first.partition(": ")[2].capitalize(), epilog=last
    )
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
        loaded = json.loads(file.read_text(encoding="utf-8"))
        if not _is_catalog(loaded):
            raise ValueError(f"{file} is no file of rules in format {FORMAT}")
        return loaded
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


def _is_catalog(loaded: Any) -> TypeGuard[Catalog]:
    """Whether something is a file of rules, by its format and the fields that every one of that format has."""
    return (
        isinstance(loaded, dict)
        and loaded.get("format") == FORMAT
        and loaded.keys() >= Catalog.__required_keys__
        and loaded["tables"].keys() >= TableData.__required_keys__
    )


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
    if not options.folder.exists():
        found.append(f"FOLDER: there is no {options.folder}")
    return found


def _failed(problems: list[str]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return 2


def _write(report: Report, format_: str, seconds: float) -> None:
    if format_ == "text":
        text = "\n".join(as_text.lines(report, seconds))
    else:
        document = as_json.document(report) if format_ == "json" else as_sarif.document(report)
        text = json.dumps(document, indent=1, ensure_ascii=False)
    # Names of files and lines of code may hold what the terminal cannot show, or no text at all.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
