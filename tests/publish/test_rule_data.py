"""What the page that scans a project loads: the same bytes for the same input, and few of them."""

import gzip
from pathlib import Path

from atlas.decide.plan import hops
from atlas.facts import default_files
from atlas.facts.proof_files import read as read_proofs
from atlas.publish.plan_data import write_plan
from atlas.publish.rule_data import FOLDER, rules, write_scanner
from atlas.publish.scripts import script
from atlas.records.redirects import Redirects
from tests.library import library_of


def test_the_planner_and_its_scanner_are_small(root: Path, tmp_path: Path) -> None:
    library = library_of(root)
    found = hops(library, default_files.load(library.facts.data))
    data, _ = write_plan(library, found, read_proofs(root / "data/proof"), Redirects({}), tmp_path)
    texts = (data.read_text(encoding="utf-8"), rules(library), script(root, "scan-engine"))
    sizes = [len(gzip.compress(text.encode())) for text in texts]
    assert sum(sizes) < 165_000, sizes
    assert sum(sizes[1:]) < 105_000, sizes


def test_the_rules_are_written_the_same_each_time(root: Path, tmp_path: Path) -> None:
    library = library_of(root)
    written = []
    for name in ("one", "two"):
        write_scanner(library, tmp_path / name)
        written.append((tmp_path / name / FOLDER / "rules.js").read_bytes())
    assert written[0] == written[1]
    assert written[0].startswith(b"var atlasScan = atlasScan || {};\natlasScan.rules = {")
