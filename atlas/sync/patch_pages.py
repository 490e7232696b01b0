"""The page of each patch release, begun: what is on it is drawn from facts and from lines that people write."""

from pathlib import Path

from atlas.facts.schema import Atlas, PatchFacts
from atlas.facts.writing import put
from atlas.words.dates import When
from atlas.words.versions import feature_release

PAGE = """\
---
title: Django {version}
summary: {summary}
render_macros: true
---
# Django {version}

[[[ patch_notes() ]]]
"""


def missing(atlas: Atlas, docs: Path) -> dict[Path, str]:
    """Pages that `docs` lacks, by file; none where the folder has no releases at all."""
    pages = {
        docs / f"releases/{feature_release(version)}/{version}/index.md": PAGE.format(
            version=version, summary=_summary(patch)
        )
        for version, patch in atlas.patches.items()
    }
    return {path: text for path, text in pages.items() if path.parents[1].is_dir() and not path.exists()}


def write(pages: dict[Path, str]) -> None:
    """Put them into their folders."""
    for path, text in pages.items():
        put(path, text)


def _summary(patch: PatchFacts) -> str:
    what = [_number(len(patch.cves), "CVE"), _number(patch.bugfixes, "bug")]
    mends = " and ".join(part for part in what if part) or "earlier security fixes"
    sort = "The security release" if patch.security else "The release"
    return f"{sort} of {When.parse(patch.date).text} that fixes {mends}."


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}" if count else ""
