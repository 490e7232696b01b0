"""Rules never fail on Python that somebody wrote: the standard library itself is the sample."""

import itertools
import json
import sysconfig
from pathlib import Path

import pytest

from atlas.scan.engine import scan_texts
from atlas.scan.source import text_of
from atlas.scan.tables import DEFAULT

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
#: Files of the standard library to read; the large ones take long and have nothing new in them.
FILES, LARGEST = 120, 60_000

#: Rules for names that the standard library is full of.
COMMON = {
    "id": "4.0/common",
    "necessary_by": "4.0",
    "rules": [
        {"name": ["os.path", "re", "typing.Any", "collections.abc", "warnings.warn"]},
        {"call": ["isinstance.x", "os.path.join", "warnings.warn"], "lacks": ["stacklevel", 2]},
        {"method": ["append", "get", "join", "write"], "passes": [0, 1], "value": '".*"|None'},
        {"attribute": ["name", "path", "args"], "on": ["self", "super()"]},
        {"variable": ["__all__", "name"], "value": '"(?!_).*"|\\w+'},
        {
            "override": ["__init__", "run", "close"],
            "base": ["object", "Exception", "dict"],
            "lacks": ["name"],
        },
        {"string": ["utf-8", "os"]},
        {"setting": ["DEBUG", "LOGGING"]},
        {"pattern": ["except \\w+Error"], "files": ["python"]},
        {"tag": ["if"]},
    ],
}


def test_the_standard_library_is_read_without_failing() -> None:
    library = Path(sysconfig.get_paths()["stdlib"])
    every = sorted(
        path
        for path in library.rglob("*.py")
        if path.stat().st_size < LARGEST and "site-packages" not in path.parts
    )
    step = max(1, len(every) // FILES)
    chosen = itertools.islice(every, 0, None, step)
    texts = [(path.relative_to(library).as_posix(), text_of(path, DEFAULT)[0]) for path in chosen]
    rules = [COMMON, *json.loads((HERE / "rules.json").read_text(encoding="utf-8"))]
    result = scan_texts(texts, rules)
    lines = {path: text.split("\n") for path, text in texts}
    assert len(result.hits) > 1000
    for hit in result.hits:
        assert 1 <= hit.column <= len(lines[hit.path][hit.line - 1]) + 1
        assert hit.source.strip("…") in lines[hit.path][hit.line - 1]
    met = {hit.rule for hit in result.hits if hit.change == "4.0/common"}
    assert met >= {0, 1, 2, 3, 4, 5, 6, 8}
    # Files that test the parser are broken on purpose; nearly all others can be read.
    assert len(result.unread) < len(texts) / 20
