"""Clients of endoflife.date's API, v0 and v1, read this site once their address is changed."""

from pathlib import Path

import pytest

from atlas.decide.support import windows
from atlas.facts.django import Facts
from bench.nginx import serving
from tests.consumers.environment import told

pytestmark = pytest.mark.slow


def test_both_clients_find_the_releases_with_their_ends_and_newest_patches(
    others: Path, built_site: Path, root: Path, tmp_path: Path
) -> None:
    facts = Facts(root)
    out = [window for window in windows(facts).values() if not window.planned][::-1]
    rows = [
        [
            window.release,
            window.security_fixes_end.last.isoformat(),
            facts.newest_patch(window.release),
        ]
        for window in out
    ]
    with serving(built_site, root / "deploy", tmp_path) as address:
        found = told(others, "endoflife", f"{address}endoflife/api")
    assert found == {
        "products": ["django"],
        "cycles": rows,
        "one": facts.newest_patch("4.2"),
        "index": ["products", "categories", "tags"],
        "listed": ["django"],
        "releases": rows,
        "release": facts.newest_patch("4.2"),
        "latest": out[0].release,
    }
