"""Support statuses for the script that shows them by the reader's clock (`site/by-day.js`)."""

from collections.abc import Mapping
from typing import Any

from atlas.decide.stages import stages
from atlas.decide.support import Window
from atlas.words.vocabulary import STATUSES


def support_data(windows: Mapping[str, Window]) -> dict[str, Any]:
    """The data of the bundle `by-day`: labels by status, and by release rows of begin, status, what to read after."""
    return {
        "SUPPORT": {
            "labels": {key: term.label for key, term in STATUSES.items()},
            "releases": {release: _rows(window) for release, window in windows.items()},
        }
    }


def _rows(window: Window) -> list[tuple[str, str, str]]:
    said = stages(lambda day: (window.status(day), window.until(day)), [window])
    return [(stage.begins, *stage.said) for stage in said]
