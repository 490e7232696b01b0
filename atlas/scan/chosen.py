"""Which of the changes between two releases a scan is for: all, those that are named, or those of some impact."""

from __future__ import annotations

from collections.abc import Sequence

from atlas.scan.imports import FOLDER, is_dying
from atlas.scan.rules import Catalog, Concerned
from atlas.words.problems import did_you_mean
from atlas.words.vocabulary import IMPACTS


def chosen(changes: list[Concerned], only: Sequence[str], impact: str | None) -> list[Concerned]:
    """The changes that `--only` names and that have at least the impact. Names that are gone have the highest."""
    enough = list(IMPACTS)[: list(IMPACTS).index(impact) + 1] if impact else []
    return [
        change
        for change in changes
        if (not only or any(_is_named(change["id"], one) for one in only))
        and (not impact or is_dying(change) or change["impact"] in enough)
    ]


def unknown(only: Sequence[str], catalog: Catalog) -> list[str]:
    """A line for each name in `--only` that is no change's, and no release's."""
    ids = [*(change["id"] for change in catalog["changes"]), *(FOLDER + one for one in catalog["imports"])]
    wrong = [one for one in only if not any(_is_named(id_, one) for id_ in ids)]
    return [
        f"--only: there is no change {one!r}; {did_you_mean(one, ids) or 'name a change such as ' + ids[0]}"
        for one in wrong
    ]


def _is_named(id_: str, name: str) -> bool:
    """A name is an id, or what stands before its slash: a release, or `imports`."""
    return name in (id_, id_.partition("/")[0])
