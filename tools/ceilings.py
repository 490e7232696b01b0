"""How many findings of a linter may be left, by name, in `tools/web-lint/left.json`. A number may only go down."""

import json
from pathlib import Path
from typing import Final

LEFT: Final = Path("tools/web-lint/left.json")


def verdict(root: Path, section: str, found: dict[str, list[str]]) -> int:
    """Compare findings with what may be left, and print what is too many; the exit status.

    found: what was found, a text each, by the name under which it is counted.
    """
    left: dict[str, int] = json.loads((root / LEFT).read_text(encoding="utf-8"))[section]
    worse = {name: said for name, said in found.items() if len(said) > left.get(name, 0)}
    for name, said in worse.items():
        print(
            *said, f"{section}: {name}: found {len(said)}, at most {left.get(name, 0)} may be left", sep="\n"
        )
    for name in sorted({*left} - {*worse}):
        count = len(found.get(name, ()))
        if count < left[name]:
            print(f"{LEFT}: {section}: {name}: only {count} of {left[name]} are left; write the lower number")
    print(f"{section}: {sum(map(len, found.values()))} left, {len(worse)} kinds with more than before")
    return 1 if worse else 0
