"""A file of rules from elsewhere (`--rules FILE`): read, and refused in one line where it is not what it should be."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from atlas.scan.rules import FORMAT, Catalog, Described
from atlas.scan.shape import fault
from atlas.words.forms import SLUG
from atlas.words.rule_kinds import PlainRule
from atlas.words.versions import FEATURE, VERSION
from atlas.words.vocabulary import FORCES_WORK, IMPACTS, SEVERITIES

ID: Final = re.compile(rf"{FEATURE}/{SLUG}")


def read(path: Path) -> Catalog:
    """The rules in a file. Errors: OSError, or ValueError with one line, for what is no file of rules."""
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{path} is not JSON ({error})") from None
    if not isinstance(loaded, dict) or loaded.get("format") != FORMAT:
        raise ValueError(f"{path} is no file of rules in format {FORMAT}")
    if found := fault(loaded, Catalog) or next(_unsound(loaded), None):
        raise ValueError(f"{path}: {found}")
    catalog: Catalog = loaded  # type: ignore[assignment]
    return catalog


def _unsound(catalog: dict[str, Any]) -> Iterator[str]:
    """What has the right type and cannot be: words of no list, numbers of no release, broken expressions."""
    tables = catalog["tables"]
    for name in ("word", "escaped_word", "in_pieces", "version_comparison", "template_part"):
        yield from _broken(tables[name], f"tables.{name}")
    if any(len(pair) != 2 or not all(pair) for pair in tables["template_tokens"]):
        yield "tables.template_tokens: expected pairs of a beginning and an end"
    for release in catalog["releases"] or [""]:
        yield from _unlike(release, FEATURE, "releases", "feature releases such as 4.1")
    for number, change in enumerate(catalog["changes"]):
        yield from _of_change(change, f"changes[{number}]")


def _of_change(change: Described, where: str) -> Iterator[str]:
    if not ID.fullmatch(change["id"]):
        yield f"{where}.id: found {change['id']!r}, expected a change such as 4.1/logout-by-post"
    if change["kind"] not in FORCES_WORK:
        yield f"{where}.kind: found {change['kind']!r}, expected one of {', '.join(sorted(FORCES_WORK))}"
    if change["impact"] is not None and change["impact"] not in IMPACTS:
        yield f"{where}.impact: found {change['impact']!r}, expected one of {', '.join(IMPACTS)}"
    if change.get("severity", "stops") not in SEVERITIES:
        yield f"{where}.severity: found {change['severity']!r}, expected one of {', '.join(SEVERITIES)}"
    yield from _unlike(change["fixable_from"], VERSION, f"{where}.fixable_from", "a release")
    if change["kind"] == "deprecated":
        yield from _unlike(change.get("removed", ""), FEATURE, f"{where}.removed", "a feature release")
    for number, rule in enumerate(change["rules"]):
        yield from _of_rule(rule, f"{where}.rules[{number}]")
    for number, rule in enumerate(change.get("only_with", ())):
        yield from _of_rule(rule, f"{where}.only_with[{number}]")


def _of_rule(rule: PlainRule, where: str) -> Iterator[str]:
    for expression in [*rule.get("pattern", ()), *([rule["value"]] if "value" in rule else ())]:
        yield from _broken(expression, where)
    if "pattern" in rule and "files" not in rule:
        yield f"{where}.files: missing"
    if not all(word for words in rule.get("needs", ()) for word in words):
        yield f"{where}.needs: found an empty text, expected words"


def _unlike(text: str, form: str, where: str, expected: str) -> Iterator[str]:
    if not re.fullmatch(form, text):
        yield f"{where}: found {text!r}, expected {expected}"


def _broken(expression: str, where: str) -> Iterator[str]:
    try:
        re.compile(expression, re.ASCII)
    except (re.error, RecursionError, OverflowError) as error:
        yield f"{where}: found {expression[:80]!r}, expected a regular expression ({error})"
