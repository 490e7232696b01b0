"""The least driver versions on the page for platforms are those that each Django asks for."""

import re
from pathlib import Path

import pytest

from atlas.facts.django import Facts
from atlas.prove.environments import Environment, ensure
from atlas.prove.targets import Target, targets

PAGE = "docs/upgrade/hosting.md"
ROW = re.compile(r"^\| (\d[\d., ]*) \| (\S+) \| (\S+) \| (\S+) \|$", re.MULTILINE)
#: The comparison that stops a release, by column of the page.
ASKED = {
    "psycopg2": ("postgresql", r"(?:PSYCOPG2_VERSION|\bif psycopg_version\(\)) < \(([\d, ]+)\)"),
    "psycopg 3": ("postgresql", r"\(3,\) <= psycopg_version\(\) < \(([\d, ]+)\)"),
    "mysqlclient": ("mysql", r"\bversion < \(([\d, ]+)\)"),
}


def shown(root: Path) -> dict[str, list[str]]:
    """Release to least versions, in the order of the columns."""
    rows = ROW.findall((root / PAGE).read_text(encoding="utf-8"))
    return {release: list(cells) for names, *cells in rows for release in names.split(", ")}


def asked(root: Path, target: Target) -> list[str]:
    made = ensure(root, target, root / ".cache/prove/environments")
    assert isinstance(made, Environment), made.reason
    (backends,) = made.python.parents[1].glob("lib/python3.*/site-packages/django/db/backends")
    found = []
    for backend, pattern in ASKED.values():
        match = re.search(pattern, (backends / backend / "base.py").read_text(encoding="utf-8"))
        found.append(match[1].replace(", ", ".") if match else "–")
    return found


@pytest.mark.django
def test_the_page_shows_what_each_release_asks_for(root: Path) -> None:
    assert shown(root) == {target.release: asked(root, target) for target in targets(Facts(root))}
