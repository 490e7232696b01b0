"""What the page that scans a project loads: the rules of all changes, and the engine as one script.

Both are classic scripts, so that they also load from disk, where a browser starts no worker from a file and reads no
file by itself: there the page makes a worker of the engine's own text (`assets/javascripts/scan/page/start-worker.js`).
"""

import json
from pathlib import Path

from atlas.publish.rules import compact
from atlas.records.library import Library

FOLDER = Path("assets/planner")
PARSER = Path("assets/vendor/lezer-python-1.1.19/lezer-python.js")
#: Scripts of `assets/javascripts/scan/engine/`, each after those that it needs while it is read.
PARTS = (
    *("text", "expressions", "versions"),
    *("syntax/numbers", "syntax/strings", "syntax/tree", "syntax/calls", "syntax/literals"),
    *("syntax/comprehensions", "syntax/expressions", "syntax/patterns", "syntax/blocks", "syntax/statements"),
    *("python/lines", "python/comments", "python/scopes", "python/guards", "python/base"),
    *("python/names", "python/blocks", "python/calls", "python/values"),
    *("arguments", "templates", "reexports", "index", "resolve"),
    *("match-templates", "match-settings", "match-python"),
    *("source", "engine", "applies", "report", "declared-versions", "worker"),
)
ENGINE = """\
var atlasScan = atlasScan || {{}};
atlasScan.engine = function () {{
"use strict";
{text}
}};
if (typeof document === "undefined") atlasScan.engine();
"""


def write_scanner(library: Library, site: Path) -> None:
    """Write `rules.js` and `engine.js` of the site that was built into `site`; the same input gives the same bytes."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rules.js").write_text(rules(library), encoding="utf-8")
    (folder / "engine.js").write_text(engine(site), encoding="utf-8")


def rules(library: Library) -> str:
    """The script that gives the page `atlasScan.rules` (see `atlas.scan.rules.compact`)."""
    data = json.dumps(compact(library), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"var atlasScan = atlasScan || {{}};\natlasScan.rules = {data};\n"


def engine(site: Path) -> str:
    """Parser and engine in one function. site: a folder with `assets/`: that of the built site, or `docs`.

    In a worker the function runs at once. A page does not run it, but may take its text.
    """
    paths = [PARSER, *(Path(f"assets/javascripts/scan/engine/{part}.js") for part in PARTS)]
    return ENGINE.format(text="".join((site / path).read_text(encoding="utf-8") for path in paths))
