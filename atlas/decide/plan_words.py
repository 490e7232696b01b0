"""What is said of a hop and of a step: the same sentences in the planner, in tickets and on the guides."""

import re
from datetime import date
from typing import Final, NamedTuple

from atlas.decide.plan import Hop, Move
from atlas.facts.django import Facts
from atlas.records.change import Change
from atlas.words.dates import day
from atlas.words.spans import in_words
from atlas.words.vocabulary import IMPACTS, KINDS

SILENT: Final = "Silent"
#: The heading of a list by its key in `tiers.LISTS`, and what to read below it; `run` comes before all of them.
LISTS: Final[dict[str, tuple[str, str]]] = {
    "run": (
        "Run these",
        "Install {goal}, let django-upgrade rewrite your code, and read what checks and tests say with warnings on.",
    ),
    "rewritten": (
        "Rewritten by django-upgrade",
        "The command above rewrites the usual form of each. Read the diff, then tick them.",
    ),
    "stops": ("Stops the site", "The old code raises an error on {new}, or {new} does not start with it."),
    "differs": (
        "Changes results silently",
        "The old code runs on {new} without a warning and does something else: only a test that looks at it notices.",
    ),
    "warns": ("Warns", "These begin to warn on {new} and break later: clear them while it is quiet."),
    "looks": (
        "Looks different",
        "What a page or a message looks like differs on {new}, what the code does is the same.",
    ),
    "low": ("Low impact", "Few projects meet these: they touch a corner, a private name or a rare setting."),
}
#: The columns of a board of hops by their keys in `tiers.URGENCY`: a heading, and what it counts.
BOARD: Final[dict[str, tuple[str, str]]] = {
    "must": ("Must", "what to install, what stops the site, what changes results silently."),
    "should": ("Should", "what begins to warn and breaks later."),
    "wait": ("Can wait", "what looks different, and what few projects meet."),
    "rewritten": ("Rewritten", "what one run of django-upgrade does."),
}
#: In which order the steps of a hop are done.
ORDER: Final = (
    "What stops the site or changes results can be done on {old} already, unless it is marked “With {new}”: change it"
    " there, test, deploy, and only then install {goal}. What is marked goes into the same commit as Django; what warns"
    " can follow."
)
EARLY: Final = " On {old}, `--target-version {old}` rewrites what was deprecated by then, before the hop."
LATER: Final = ("Still to come after {new}", "These warn on {old} already and still only warn on {new}.")

TOGETHER: Final = "No Python runs on both sides of this hop: Python and Django change together."


class Extra(NamedTuple):
    """Something to do that no change has a page for. Ticks and notes are kept under its id, which never changes.

    In a title, `{found}` is what the reader runs until then.
    """

    id: str
    title: str
    summary: str


class StepWords(NamedTuple):
    """What is said of a step after its title and summary; empty where there is nothing to say."""

    kind: str
    possible: str
    end: str
    how: str
    proof: str


def title(hop: Hop) -> str:
    """`4.0 to 4.1`."""
    return f"{hop.old} to {hop.new}"


def meaning(hop: Hop, key: str, early: bool = False) -> str:
    """What a list of a hop is for. early: whether django-upgrade has something to rewrite before the hop."""
    text = LISTS[key][1] + (EARLY if early and key == "rewritten" else "")
    return text.format(old=hop.old, new=hop.new, goal=hop.goal)


def order(hop: Hop) -> str:
    """What is done before, with and after a hop."""
    return ORDER.format(old=hop.old, new=hop.new, goal=hop.goal)


def commands(hop: Hop) -> str:
    """What to type at a hop, line by line: the pin, django-upgrade, and what warns."""
    return "\n".join(
        (
            f'python -m pip install "Django~={hop.goal}" django-upgrade',
            f"git ls-files -z -- '*.py' | xargs -0 django-upgrade --target-version {hop.new}",
            "python -Wa manage.py check",
            "python -Wa manage.py test",
        )
    )


def verify() -> str:
    """What shows that a hop is done, line by line."""
    return "\n".join(
        (
            "python -Wa manage.py check",
            "python -Wa manage.py makemigrations --check --dry-run",
            "python -Wa manage.py test",
        )
    )


def with_django(change: Change) -> str:
    """The mark of a step that can only be done together with Django itself."""
    return f"With {change.necessary_by}"


def step_words(change: Change, only_with: bool, proved: bool) -> StepWords:
    """only_with: the new code works on no release before the hop that makes it necessary (`plan.only_with_a_hop`)."""
    return StepWords(
        kind=f"{KINDS[change.kind].label} in {change.release}",
        possible=_possible(change, only_with),
        end=f"stops in {change.removed}" if change.removed else "",
        how=_how(change),
        proof="proved by runs" if proved else "",
    )


def impact(change: Change) -> str:
    """`High impact`; empty for what forces no work."""
    return f"{IMPACTS[change.impact].label} impact" if change.impact else ""


def patch(release: str, newest: str) -> Extra:
    """The first step for those who are not on the newest patch release."""
    return Extra(
        f"patch/{newest}",
        f"Install Django {newest}",
        f"The newest patch release of {release}, from which the next hop starts. A fix in it can break code, too.",
    )


def released(release: str, facts: Facts) -> str:
    """Since when there is a feature release."""
    return f"out since {day(date.fromisoformat(facts.releases[release].date)).text}"


def install(hop: Hop) -> Extra:
    """The hop itself."""
    return Extra(
        f"switch/{hop.new}",
        f"Install Django {hop.goal}",
        f"The newest patch release of {hop.new}. Run the tests with warnings shown, deploy, and only then go on.",
    )


def move(hop: Hop, one: Move) -> Extra:
    """A Python, database or library that has to rise."""
    least = "" if one.takes else " or newer"
    return Extra(
        f"{_slug(one.product)}/{hop.new}-{_slug(one.wanted)}",
        f"Move from {one.product} {{found}} to {one.wanted}{least}",
        _why(hop, one),
    )


def pythons(hop: Hop) -> str:
    """Which Pythons run both releases; where some of the old release's do not, what to do about it."""
    python = hop.moves[0]
    return _why(hop, python) if python.had or not hop.pythons else _both(hop)


def databases(hop: Hop) -> str:
    """Which least versions rise with a hop."""
    rising = [one for one in hop.moves if one.had and not one.takes]
    if not rising:
        return "no minimum rises"
    moves = [f"from {one.product} {one.had} to {one.wanted} or newer" for one in rising]
    listed = " and ".join([", ".join(moves[:-1]), moves[-1]] if len(moves) > 1 else moves)
    return f"Move {listed}. {_raise_first(hop, len(moves) > 1)}"


def settings(hop: Hop) -> str:
    """`3 changed, 1 new`; what to say where nothing did."""
    return ", ".join(f"{number} {word}" for number, word in hop.settings) or "every default is the same"


def unread(hop: Hop) -> str:
    """How many entries of the official notes have no page; empty where all have."""
    if not hop.notes.open:
        return ""
    have = "has" if hop.notes.open == 1 else "have"
    entries = f"{hop.notes.open} of the {hop.notes.total} entries of Django’s own notes for {hop.new}"
    return f"{entries} {have} no page here yet."


def _possible(change: Change, only_with: bool) -> str:
    if only_with:
        return f"only with the hop to {change.necessary_by}"
    return f"can be done from {change.fixable_from} on"


def _how(change: Change) -> str:
    if change.fixer and change.fixer != "manual":
        return f"django-upgrade rewrites the common form ({change.fixer})"
    return "by hand"


def _both(hop: Hop) -> str:
    runs = "runs" if len(hop.pythons) == 1 else "run"
    return f"Python {in_words(hop.pythons, hop.moves[0].takes)} {runs} both {hop.old} and {hop.new}."


def _why(hop: Hop, one: Move) -> str:
    if not one.alone:
        return TOGETHER
    if one.takes:
        return f"{_both(hop)} Move while still on {hop.old}, in a separate deployment."
    return _raise_first(hop, several=False)


def _raise_first(hop: Hop, several: bool) -> str:
    older, them = ("ones", "them") if several else ("one", "it")
    return (
        f"Django {hop.new} takes no older {older}, and {hop.old} runs on {them} already: raise {them} first."
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", text.lower())
