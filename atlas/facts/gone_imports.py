"""Names that can be imported from one release of Django and not from the next: `data/gone-imports.json`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from atlas.facts import reading
from atlas.facts.schema import Fact, Feature, Name, Version
from atlas.words.versions import sort_key

NAME: Final = "gone-imports.json"
SHOWN: Final = Path("data") / NAME
REMEDY: Final = reading.written_by("make sync")


class GoneAtHop(Fact):
    """The hop to one release. names: what is gone, to where it is now, or to nothing."""

    before: Version
    after: Version
    names: dict[Name, str]


#: By the release without these names.
Hops = dict[Feature, GoneAtHop]
ADAPTER: TypeAdapter[Hops] = TypeAdapter(Hops)


def load(data: Path) -> Hops:
    """Read the file. Errors: RecordsBroken with a line for each mistake."""
    return parse(reading.raw(data / NAME, SHOWN, REMEDY))


def parse(text: bytes | str, remedy: str = REMEDY) -> Hops:
    """The hops from the file's text. Errors: RecordsBroken with a line for each mistake."""
    return reading.parsed(ADAPTER, text, SHOWN, remedy)


def to_json(hops: Mapping[str, GoneAtHop]) -> str:
    """The file's text: a line for each name, sorted."""
    rows = []
    for release in sorted(hops, key=sort_key):
        hop = hops[release]
        names = ",\n".join(
            f"   {json.dumps(name)}: {json.dumps(hop.names[name])}" for name in sorted(hop.names)
        )
        block = f"{{\n{names}\n  }}" if names else "{}"
        versions = f'"before": "{hop.before}", "after": "{hop.after}"'
        rows.append(f' "{release}": {{{versions}, "names": {block}}}')
    return "{\n" + ",\n".join(rows) + "\n}\n" if rows else "{}\n"
