"""Before and After of a hop's steps, for the planner's briefs."""

import json
import re
from pathlib import Path

from atlas.decide.plan import hops
from atlas.facts import default_files
from atlas.publish.samples import write_samples
from atlas.records.library import load


def test_each_hop_has_a_script_with_what_its_pages_show(root: Path, tmp_path: Path) -> None:
    library = load(root)[0]
    found = hops(library, default_files.load(library.facts.data))
    written = write_samples(found, tmp_path)
    assert [path.name for path in written] == [f"samples-{hop.new}.js" for hop in found]
    text = (tmp_path / "assets/planner/samples-4.1.js").read_text()
    match = re.fullmatch(
        r'\(p=>\{\(p\.samples=p\.samples\|\|\{\}\)\["4\.1"\]=(.*)\}\)\(window.*\);\n', text, re.DOTALL
    )
    assert match
    rows = json.loads(match[1])["4.1/logout-by-post"]
    assert [title.partition(":")[0] for title, _, _ in rows] == ["Before", "After"]
    assert rows[0][1:] == ["html+django", "<a href=\"{% url 'logout' %}\">Log out</a>"]
