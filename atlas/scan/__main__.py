"""`python -m atlas scan FOLDER --from 3.2 --to 4.1`: where a project meets the changes between two releases.

Exits 0 when nothing is found, 1 when something is, 2 when it could not run. Options may stand in the table
[tool.upgrade-atlas] of the pyproject.toml in FOLDER.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from atlas.scan import as_gitlab, as_json, as_sarif, as_text, configuration, left_out, rules_file
from atlas.scan.chosen import chosen, unknown
from atlas.scan.engine import scan_folder
from atlas.scan.index import index_of
from atlas.scan.report import Report, arranged, changes_for
from atlas.scan.rules import Catalog, Concerned
from atlas.scan.source import kind_of, walk
from atlas.scan.tables import Tables
from atlas.scan.tool import fixing
from atlas.scan.tool.fixing import NoFixer
from atlas.words.arguments import Parser
from atlas.words.packed import packed
from atlas.words.versions import feature_release, is_version, sort_key
from atlas.words.vocabulary import IMPACTS

#: Formats for programs.
WRITERS: Final[dict[str, Callable[[Report], Any]]] = {
    "json": as_json.document,
    "sarif": as_sarif.document,
    "gitlab": as_gitlab.document,
}
ROOT = Path(__file__).parents[2]


def main(arguments: list[str], prog: str = "python -m atlas scan") -> int:
    """Scan and print; the exit status."""
    options = _parser(prog).parse_args(arguments)
    try:
        _configure(options)
        known = left_out.read(options.baseline) if options.baseline and not options.write_baseline else {}
        catalog = _catalog(options.rules)
    except (OSError, ValueError) as error:
        return _failed([str(error)])
    end = options.end or catalog["releases"][-1]
    problems = _problems(options, catalog, end)
    if problems:
        return _failed(problems)
    start, end = feature_release(options.start), feature_release(end)
    tables = Tables(catalog["tables"])
    changes = chosen(changes_for(catalog, start, end), options.only, options.impact)
    if options.folder.is_file() and not _is_read(options.folder, changes, tables):
        return _failed([f"FOLDER: {options.folder} is no file in which a rule looks for anything"])
    if options.fix:
        try:
            _fix(options.folder, changes, tables, end)
        except NoFixer as error:
            return _failed([str(error)])
    began = time.perf_counter()
    result = scan_folder(options.folder, changes, tables, _progress if sys.stderr.isatty() else _silent)
    seconds = time.perf_counter() - began
    report = arranged(changes, result, catalog, start=start, end=end, folder=str(options.folder))
    report = left_out.without_ignored(report)
    if options.write_baseline:
        return _write_baseline(report, options.write_baseline)
    report = left_out.without_known(report, known)
    _write(report, options.format, seconds)
    return 1 if report.found and not options.exit_zero else 0


def _configure(options: argparse.Namespace) -> None:
    """Fill in what was not typed from the project's `pyproject.toml`. Errors: ValueError with one line."""
    # Not `Path.is_dir`, which fails where a name is too long.
    folder = options.folder if os.path.isdir(options.folder) else options.folder.parent  # noqa: PTH112
    table = configuration.read(folder) if os.path.exists(options.folder) else {}  # noqa: PTH110
    options.start = options.start or table.get("from")
    options.end = options.end or table.get("to")
    options.impact = options.impact or table.get("impact")
    if options.impact not in (None, *IMPACTS):
        raise ValueError(f"impact: found {options.impact!r}, expected one of {', '.join(IMPACTS)}")
    named = [one for given in options.only for one in given.split(",") if one]
    options.only = named or table.get("only", [])
    if options.baseline is None and "baseline" in table:
        options.baseline = folder / table["baseline"]


def _fix(folder: Path, changes: list[Concerned], tables: Tables, release: str) -> None:
    """Let django-upgrade rewrite the project, and say what it did: beside the report, which is of what is left."""
    command = fixing.fixer()
    target = fixing.target_of(command, release)
    before = scan_folder(folder, changes, tables)
    files = [
        file.path for file in walk(folder, [], [], tables) if file.kind == "python" and file.path.is_file()
    ]
    changed = fixing.rewritten(command, target, files)
    said = [f"{fixing.NAME} --target-version {target} rewrote {len(changed)} of {len(files)} Python files"]
    said += [f"  {path}" for path in changed]
    said += fixing.gone(before.hits, scan_folder(folder, changes, tables).hits) if changed else []
    print("\n".join(map(as_text.shown, said)), file=sys.stderr)


def _write_baseline(report: Report, path: Path) -> int:
    try:
        path.write_text(left_out.written(report), encoding="utf-8")
    except OSError as error:
        return _failed([f"--write-baseline: {path} cannot be written ({error.strerror})"])
    count = sum(len(hits) for _, hits in report.found)
    print(f"{as_text.shown(str(path))} knows {count:,} places now; --baseline leaves them out.")
    return 0


def _parser(prog: str) -> Parser:
    first, _, last = (__doc__ or "").partition("\n\n")
    parser = Parser(prog=prog, description=first.partition(": ")[2].capitalize(), epilog=last)
    add = parser.add_argument
    add("folder", type=Path, metavar="FOLDER", help="the project, or one file of it")
    add("--from", dest="start", metavar="X.Y", help="the Django you run")
    add("--to", dest="end", metavar="X.Y", help="the Django you go to (default: the newest)")
    add("--format", choices=("text", *WRITERS), default="text")
    add("--only", action="append", default=[], metavar="ID", help="look for this change, or all of a release")
    add("--impact", choices=tuple(IMPACTS), help="look for changes of at least this impact")
    add("--baseline", type=Path, metavar="FILE", help="leave out the findings that this file knows")
    add(
        "--write-baseline",
        type=Path,
        metavar="FILE",
        help="write all findings to a baseline, and exit with 0",
    )
    add("--fix", action="store_true", help="let django-upgrade rewrite what it can, then scan what is left")
    add("--exit-zero", action="store_true", help="exit with 0 where something is found, too")
    add("--rules", type=Path, metavar="FILE", help="read the rules from a file")
    return parser


def _catalog(file: Path | None) -> Catalog:
    if file:
        try:
            return rules_file.read(file)
        except (OSError, ValueError) as error:
            raise ValueError(f"rules: {error}") from None
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
        raise ValueError(f"rules: pages in docs/ have mistakes, so their rules are not known\n{mistakes}")
    return catalog(rated(library, read_proofs(ROOT / "data/proof")), site_url(ROOT))


def _is_read(file: Path, changes: list[Concerned], tables: Tables) -> bool:
    """Whether a single file is one in which rules look for something: Python, a template, or named by a rule."""
    return kind_of(file.name, index_of(changes, tables).globs, tables) is not None


def _problems(options: argparse.Namespace, catalog: Catalog, end: str) -> list[str]:
    if not options.start:
        return ["--from: missing; name the Django you run, here or as `from` in [tool.upgrade-atlas]"]
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
    found += unknown(options.only, catalog)
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


def _silent(done: int, of: int) -> None:
    """Where nobody waits before a screen."""


def _progress(done: int, of: int) -> None:
    """Say how far the scan is, in one line that is gone at the end."""
    line = f"scanned {done} of {of} files"
    print(f"\r{line if done < of else ' ' * len(line) + chr(13)}", end="", file=sys.stderr, flush=True)


def _write(report: Report, format_: str, seconds: float) -> None:
    writer = WRITERS.get(format_)
    text = as_json.written(writer(report)) if writer else "\n".join(as_text.lines(report, seconds))
    # Names of files and lines of code may hold what the terminal cannot show, or no text at all.
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
