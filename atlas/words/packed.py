"""What the installed package has beside its code: rules, hops and explanations as JSON. A checkout has none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parents[1] / "packed"


def packed(name: str) -> Any | None:
    """The data of a name; None in a checkout, which works them out of its pages."""
    path = FOLDER / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
