"""A key over everything by which a scan decides whether a project meets a change."""

import hashlib
import json
from typing import Final

from atlas.records.change import Change

#: Raised by one where an engine comes to find something else by the same rules, so that all is counted again.
FORM: Final = 1


def rule_key(change: Change) -> str:
    """Twelve hex digits: other rules, another key."""
    removed = change.removed if change.kind == "deprecated" else None
    parts = [FORM, [rule.plain() for rule in change.detect], change.exclude, removed]
    if change.only_with:
        parts.append([rule.plain() for rule in change.only_with])
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]
