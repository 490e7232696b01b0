"""What a rule finds in a text, as tests read it: `line:column found`."""

from typing import Any

from atlas.records.rules import Rule
from atlas.scan.engine import scan_texts


def found(
    rule: dict[str, Any], text: str, path: str = "shop/views.py", necessary_by: str = "4.0"
) -> list[str]:
    """Hits of a rule, written as an author writes it, in one file."""
    changes = [{"id": "4.0/x", "necessary_by": necessary_by, "rules": [Rule(**rule).plain()]}]
    hits = scan_texts([(path, text)], changes).hits
    return [f"{hit.line}:{hit.column} {hit.what}" for hit in hits]
