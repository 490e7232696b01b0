"""What the page that scans a project loads: the same bytes for the same input, and few of them."""

import gzip
from pathlib import Path

from atlas.facts.proofs import read as read_proofs
from atlas.publish.plan_data import write_plan
from atlas.publish.rule_data import PARTS, engine, rules, write_scanner
from atlas.records.library import load
from atlas.records.redirects import Redirects


def test_the_planner_and_its_scanner_are_small(root: Path, tmp_path: Path) -> None:
    library = load(root)[0]
    plan, _ = write_plan(library, read_proofs(root / "data/proof"), Redirects({}), tmp_path)
    texts = (plan.read_text(encoding="utf-8"), rules(library), engine(root / "docs"))
    sizes = [len(gzip.compress(text.encode())) for text in texts]
    assert sum(sizes) < 150_000, sizes
    assert sum(sizes[1:]) < 90_000, sizes


def test_every_script_of_the_engine_is_part_of_it_once(root: Path) -> None:
    folder = root / "docs/assets/javascripts/scan/engine"
    scripts = [path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.js")]
    assert sorted(PARTS) == sorted(scripts)


def test_the_files_are_written_the_same_each_time(root: Path, tmp_path: Path) -> None:
    library = load(root)[0]
    written = []
    for name in ("one", "two"):
        site = tmp_path / name
        site.mkdir()
        (site / "assets").mkdir()
        for part in ("javascripts", "vendor"):
            (site / "assets" / part).symlink_to(root / "docs/assets" / part)
        write_scanner(library, site)
        written.append([path.read_bytes() for path in sorted((site / "assets/planner").iterdir())])
    assert written[0] == written[1]
    assert written[0][1].startswith(b"var atlasScan = atlasScan || {};\natlasScan.rules = {")
