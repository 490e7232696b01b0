"""What a finding is known by in the next scan: its code and its change, but not the number of its line."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Final

from atlas.scan.engine import Hit

#: Hex digits.
LENGTH: Final = 16


def fingerprinted(hits: tuple[Hit, ...]) -> Iterator[tuple[Hit, str]]:
    """Hits of one change, each with its fingerprint.

    Places that are alike in one file are numbered from the top, as the hash alone cannot tell them apart.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for hit in hits:
        known = "\0".join((hit.change, hit.what, "".join(hit.source.split())))
        digest = hashlib.sha256(known.encode("utf-8", "backslashreplace")).hexdigest()[:LENGTH]
        seen[hit.path, digest] += 1
        yield hit, f"{digest}:{seen[hit.path, digest]}"
