"""What the patch releases of a series change for a project that runs an older one of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.facts.django import Facts
from atlas.records.patch_lines import PatchLine
from atlas.words.versions import feature_release, sort_key


@dataclass(frozen=True)
class MayBreak:
    """An entry after which code that worked may fail or give something else.

    version: the patch release of the series that has it; unit: the entry's hash, which is its anchor on the page of
    that release; line: what is told of it.
    """

    version: str
    unit: str
    line: PatchLine


def may_break(facts: Facts, lines: Mapping[str, PatchLine], series: str) -> list[MayBreak]:
    """What the patch releases of a feature release may break, oldest first. lines: by hash of the entry.

    A fault that one patch release brought and a later one mended is no entry of these: who goes on to the newest one
    never meets it.
    """
    found = [
        MayBreak(version, entry.hash, lines[entry.hash])
        for entry in facts.patch_notes
        for version in entry.patches
        if feature_release(version) == series and entry.hash in lines and lines[entry.hash].may_break
    ]
    return sorted(found, key=lambda one: sort_key(one.version))
