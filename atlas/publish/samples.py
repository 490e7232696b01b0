"""Before and After of each step of a hop, as scripts that the planner asks for when somebody wants a brief.

A browser does not `fetch` from a disk, so the data are scripts: `assets/planner/samples-4.1.js`, one for each hop.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from atlas.decide.plan import Hop, every_change
from atlas.publish.plan_data import FOLDER
from atlas.publish.scripts import as_script
from atlas.records.change import Change
from atlas.words.vocabulary import ROLES

#: Title, language and code.
Row = tuple[str, str, str]
SCRIPT: Final = "(p=>{%s})(window.atlasPlanner=window.atlasPlanner||{});\n"
SAMPLES: Final = "(p.samples=p.samples||{})[%s]=%s"


def write_samples(hops: Sequence[Hop], site_dir: Path) -> list[Path]:
    """Write one script for each hop below `assets/planner/`; returns their paths."""
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for hop in hops:
        samples = {change.id: rows for change in every_change([hop]) if (rows := samples_of(change))}
        path = folder / f"samples-{hop.new}.js"
        text = SAMPLES % (as_script(hop.new), as_script(samples))
        path.write_text(SCRIPT % text, encoding="utf-8")
        written.append(path)
    return written


def samples_of(change: Change) -> list[Row]:
    """What a page shows as Before and After, the files of either included, in the order of the page."""
    rows = [
        (fence.title, fence.language, fence.text)
        for fence in change.page.fences
        if fence.title.partition(":")[0] in ROLES
    ]
    change.page.forget()
    return rows
