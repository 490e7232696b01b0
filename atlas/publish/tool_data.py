"""What the commands `explain` and `plan` tell: changes with their code before and after, hops with their steps."""

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from atlas.decide import plan, plan_words, tiers
from atlas.decide.impact import rated
from atlas.facts import default_files
from atlas.facts.proof_files import read as read_proofs
from atlas.facts.proofs import Proofs
from atlas.publish.rules import catalog, site_url
from atlas.publish.told import told
from atlas.records.change import Change
from atlas.records.library import load
from atlas.words.vocabulary import ROLES


def tool_data(root: Path) -> dict[str, Any]:
    """`rules` (a file of rules), `changes` by id and `hops`, as plain data.

    Errors: ValueError with the mistakes, a line each, where pages have some.
    """
    library, problems = load(root)
    if problems:
        raise ValueError("\n".join(map(str, sorted(problems))))
    proofs = read_proofs(root / "data/proof")
    library = rated(library, proofs)
    hops = plan.hops(library, default_files.load(library.facts.data))
    return {
        "rules": catalog(library, site_url(root)),
        "changes": {one.id: _explained(one, proofs, site_url(root)) for one in library.changes},
        "hops": _hops(hops, proofs),
    }


def _explained(change: Change, proofs: Proofs, site: str) -> dict[str, Any]:
    """A change in words. before, after: files as (title, code)."""
    found: dict[str, Any] = {
        "title": change.title,
        "summary": change.summary,
        "kind": change.kind,
        "impact": change.impact,
        "severity": change.severity,
        "removed": change.removed,
        "possible": change.fixable_from if change.forces_work else None,
        "fixer": None if change.fixer == "manual" else change.fixer,
        "by_hand": change.undetectable,
        "url": site + change.url,
        "told": told(change, proofs.of(change.id)),
    }
    for role in ROLES:
        found[role.lower()] = _code(change, role)
    return {name: value for name, value in found.items() if value}


def _code(change: Change, role: str) -> str:
    """The code that a page shows for a role, each file below its path."""
    plain = [one.text for one in change.page.fences if one.title == role]
    named = [
        f"{one.title.partition(': ')[2]}\n{textwrap.indent(one.text, '    ')}"
        for one in change.page.fences
        if one.title.startswith(f"{role}: ") and one.title != f"{role}: output"
    ]
    return "\n\n".join([*plain, *named])


def _hops(hops: Sequence[plan.Hop], proofs: Proofs) -> list[dict[str, Any]]:
    return [
        {
            "from": hop.old,
            "to": hop.new,
            "install": plan_words.install(hop).title,
            "pythons": plan_words.pythons(hop),
            "databases": plan_words.databases(hop),
            "settings": plan_words.settings(hop),
            "order": plan_words.order(hop),
            "commands": plan_words.commands(hop).split("\n"),
            "lists": [
                {
                    "title": plan_words.LISTS[found.key][0],
                    "meaning": plan_words.meaning(hop, found.key),
                    "changes": [change.id for change in found.changes],
                }
                for found in tiers.lists(hop, proofs)
                if found.changes
            ],
        }
        for hop in hops
    ]
