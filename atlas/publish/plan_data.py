"""What the planner's page needs to draw a plan between any two releases: hops, steps and sentences, as a script.

Hops say which steps are in which of their groups, in the order in which they are drawn. What a page does is to put
consecutive hops together, leave out what does not concern the reader, count, and tick. Steps are written by columns,
which compress best. A browser does not `fetch` from a disk, so the data are scripts. The same records give the same
bytes.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from atlas.decide import plan_words, tiers
from atlas.decide.patch_changes import may_break
from atlas.decide.plan import Hop, Move, cves_fixed, every_change, goal_from, only_with_a_hop
from atlas.decide.support import windows
from atlas.facts.addresses import notes_url
from atlas.facts.proofs import Proofs
from atlas.publish.planner_words import BRIEF_RULES, LIMITS, WORDS
from atlas.publish.scripts import as_script
from atlas.records import patch_lines
from atlas.records.change import Change
from atlas.records.library import Library
from atlas.records.patch_lines import PatchLine
from atlas.records.redirects import Redirects
from atlas.words.versions import sort_key
from atlas.words.vocabulary import IMPACTS, SEVERITIES

FOLDER: Final = Path("assets/planner")
#: The columns of steps. Of `kind` to `only` each is a place in the list of phrases, of which the first is empty.
STEP_FIELDS: Final = (
    "id", "title", "summary", "area", "impact", "silent", "possibleFrom", "necessaryBy",
    "kind", "possible", "end", "how", "proof", "only", "fixer", "detect", "names", "requires",
)  # fmt: skip
FEATURE_FIELDS: Final = ("id", "title", "summary", "area", "names")
CVE_FIELDS: Final = ("id", "date", "severity", "fixedIn")


class Steps:
    """Every step once, and the phrases that many of them share, in the order in which they are first named."""

    def __init__(self, only_with: frozenset[str], proofs: Proofs) -> None:
        self._only_with = only_with
        self._proofs = proofs
        self._phrases: dict[str, int] = {"": 0}
        self._places: dict[str, int] = {}
        self._rows: list[list[Any]] = []

    @property
    def phrases(self) -> list[str]:
        """All phrases; the first is empty."""
        return list(self._phrases)

    @property
    def columns(self) -> dict[str, list[Any]]:
        """STEP_FIELDS, each with its values of all steps."""
        return {field: [row[place] for row in self._rows] for place, field in enumerate(STEP_FIELDS)}

    def phrase(self, text: str) -> int:
        """The place of a phrase."""
        return self._phrases.setdefault(text, len(self._phrases))

    def places(self, changes: Iterable[Change]) -> str:
        """The places of changes among the steps, those in a row as `first-last`: `0-44,103`."""
        runs: list[list[int]] = []
        for place in map(self._place, changes):
            if runs and place == runs[-1][-1] + 1:
                runs[-1][1:] = [place]
            else:
                runs.append([place])
        return ",".join("-".join(map(str, run)) for run in runs)

    def _place(self, change: Change) -> int:
        if change.id not in self._places:
            self._places[change.id] = len(self._rows)
            self._rows.append(self._row(change))
        return self._places[change.id]

    def _row(self, change: Change) -> list[Any]:
        proved = bool(self._proofs.of(change.id).samples)
        only_with = change.id in self._only_with
        said = plan_words.step_words(change, only_with, proved)
        return [
            change.id,
            change.title,
            change.summary,
            change.area,
            change.impact or "",
            int(change.silent),
            change.fixable_from,
            change.necessary_by,
            *map(self.phrase, (*said, plan_words.with_django(change) if only_with else "")),
            "" if change.fixer == "manual" else change.fixer or "",
            int(bool(change.detect)),
            _names(change),
            change.requires or 0,
        ]


def plan_data(library: Library, hops: Sequence[Hop], proofs: Proofs, redirects: Redirects) -> dict[str, Any]:
    """Everything but new features: releases, hops with their steps, CVEs, ids that moved, and what to say."""
    facts = library.facts
    lines = patch_lines.told(patch_lines.load(facts.root)[0])
    steps = Steps(only_with_a_hop(hops), proofs)
    steps.places(every_change(hops))  # what is still to come after a plan is shown in this order
    return {
        "order": _order(library),
        "releases": {name: _release(library, name, lines) for name in facts.releases},
        "planned": [name for name, window in windows(facts).items() if window.planned],
        "hops": [_hop(hop, library, steps, proofs) for hop in hops],
        "steps": steps.columns,
        "phrases": steps.phrases,
        "cves": _table(CVE_FIELDS, _cves(library)),
        "moved": moved(library, redirects),
        "impacts": {key: f"{term.label} impact" for key, term in IMPACTS.items()},
        "groups": {key: title for key, (title, _) in plan_words.LISTS.items()},
        "tiers": {key: SEVERITIES[key].label for key in tiers.TIERS},
        "urgency": {**tiers.URGENCY, "pending": tiers.PENDING},
        "board": [[key, *said] for key, said in plan_words.BOARD.items()],
        "limits": LIMITS,
        "briefRules": BRIEF_RULES,
        "words": WORDS,
    }


def feature_data(library: Library) -> dict[str, Any]:
    """New features, in order of release and title. Loaded apart: most readers never ask for it."""
    rows = [
        [one.id, one.title, one.summary, one.area, _names(one)]
        for one in library.changes
        if not one.forces_work
    ]
    return _table(FEATURE_FIELDS, rows)


def write_plan(
    library: Library, hops: Sequence[Hop], proofs: Proofs, redirects: Redirects, site_dir: Path
) -> list[Path]:
    """Write `hops.js` and `features.js` below `assets/planner/`; returns their paths."""
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return [
        put_script(folder / "hops.js", "data", plan_data(library, hops, proofs, redirects)),
        put_script(folder / "features.js", "features", feature_data(library)),
    ]


def moved(library: Library, redirects: Redirects) -> dict[str, str]:
    """Ids of changes that got another name, with the name of now: what was ticked under the old one stays ticked."""
    ids = {old: _id_at(old) for old in redirects.pages}
    found = {ids[old]: _id_at(new.partition("#")[0]) for old, new in redirects.pages.items()}
    return {old: new for old, new in sorted(found.items()) if old != new and new in library.by_id}


def _id_at(address: str) -> str:
    return address.removeprefix("/releases/").strip("/")


def _order(library: Library) -> list[str]:
    """Every release that a step names, oldest first: a page compares places in this list, not numbers."""
    work = [one for one in library.changes if one.forces_work]
    named = {name for one in work for name in (one.fixable_from, one.necessary_by)}
    return sorted(named | set(library.facts.releases), key=sort_key)


def _release(library: Library, name: str, lines: Mapping[str, PatchLine]) -> dict[str, Any]:
    facts = library.facts
    newest = facts.newest_patch(name)
    dates = {name: facts.releases[name].date}
    dates |= {version: patch.date for version, patch in facts.patches_of(name).items()}
    return {
        "dates": dates,
        "newest": newest,
        "goal": goal_from(name, facts),
        "patch": plan_words.patch(name, newest)._asdict(),
        "breaks": [
            {"version": one.version, "unit": one.unit, "text": one.line.text}
            for one in may_break(facts, lines, name)
        ],
    }


def _hop(hop: Hop, library: Library, steps: Steps, proofs: Proofs) -> dict[str, Any]:
    return {
        "from": hop.old,
        "to": hop.new,
        "start": hop.start,
        "goal": hop.goal,
        "title": plan_words.title(hop),
        "order": plan_words.order(hop),
        "released": plan_words.released(hop.new, library.facts),
        "commands": plan_words.commands(hop),
        "verify": plan_words.verify(),
        "install": plan_words.install(hop)._asdict(),
        "moves": [_move(hop, one, steps) for one in hop.moves],
        "settings": plan_words.settings(hop),
        "notes": {
            "open": hop.notes.open,
            "words": plan_words.unread(hop),
            "url": notes_url(library.facts, hop.new),
        },
        "groups": list(_groups(hop, steps, proofs)),
    }


def _groups(hop: Hop, steps: Steps, proofs: Proofs) -> Iterable[dict[str, Any]]:
    """What to run, then each list of steps. steps: places by tier."""
    early = tiers.is_rewritten_early(hop, proofs)
    yield {"key": "run", "meaning": plan_words.meaning(hop, "run"), "steps": {}}
    for found in tiers.lists(hop, proofs):
        yield {
            "key": found.key,
            "meaning": plan_words.meaning(hop, found.key, early),
            "steps": {tier: steps.places(some) for tier, some in found.by_tier.items()},
        }


def _move(hop: Hop, one: Move, steps: Steps) -> dict[str, Any]:
    said = plan_words.move(hop, one)
    return {
        "id": said.id,
        "title": steps.phrase(said.title),
        "summary": steps.phrase(said.summary),
        "product": one.product,
        "wanted": one.wanted,
        "alone": one.alone,
        **({"takes": list(one.takes)} if one.takes else {}),
    }


def _cves(library: Library) -> Iterable[list[Any]]:
    """Newest first, each with the releases whose newest patch has fixed it."""
    facts = library.facts
    fixed = {release: set(cves_fixed(release, facts)) for release in facts.releases}
    for name, cve in sorted(facts.cves.items(), key=lambda row: (row[1].date, row[0]), reverse=True):
        releases = " ".join(release for release, ids in fixed.items() if name in ids)
        yield [name, cve.date, cve.severity or "", releases]


def _names(change: Change) -> str:
    """The last parts of its names, for searching: `LogoutView` of `django.contrib.auth.views.LogoutView`.

    Left out is what the title, the summary or the id says already.
    """
    said = f"{change.id} {change.title} {change.summary}".lower()
    names = dict.fromkeys(symbol.rpartition(".")[2] or symbol for symbol in change.symbols)
    return " ".join(name for name in names if name.lower() not in said)


def _table(fields: tuple[str, ...], rows: Iterable[list[Any]]) -> dict[str, Any]:
    return {"fields": list(fields), "rows": list(rows)}


def put_script(path: Path, name: str, value: dict[str, Any]) -> Path:
    """Write data that the planner finds by a name; returns the path."""
    text = as_script(value)
    path.write_text(f"(window.atlasPlanner=window.atlasPlanner||{{}}).{name}={text};\n", encoding="utf-8")
    return path
