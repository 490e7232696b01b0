"""What every page promises of its After sample."""

from collections.abc import Iterator

from atlas.claims.case import Case
from atlas.words.problems import Problem


def check(case: Case) -> Iterator[Problem]:
    """Problems with After: it must hold from the page's own release on, and from `fix_from` exactly."""
    yield from _holds(case)
    yield from _fixable(case)
    yield from _helps(case)


def _holds(case: Case) -> Iterator[Problem]:
    """After runs and Django says nothing, from the page's own release to the newest, or to `until`."""
    end = case.change.until
    bad = [release for release in case.between(case.own, end) if case.on("After", release).status != "ok"]
    if bad:
        words = f"claimed to run silently from {case.own} on, found {case.found('After', bad)}"
        later = case.own not in bad and bad == case.between(bad[0], None)
        remedy = f"correct it, or say `until: {bad[0]}` if it is deprecated there" if later else "correct it"
        yield case.sample("After", words, remedy)
    if end is None or end not in case.releases:
        return
    ended = case.on("After", end)
    if (ended.status, ended.behavior) == ("ok", case.on("After", case.own).behavior):
        message = f"claimed to hold only until {end}, found {case.found('After', [end])}"
        yield case.at("until", message, "take `until` out")


def _fixable(case: Case) -> Iterator[Problem]:
    """`fix_from` is exactly the first release from which After gives what it gives on the page's own."""
    wanted = case.on("After", case.own)
    if case.change.kind == "added" or wanted.status != "ok":
        return
    earliest = case.own
    for release in reversed(case.releases[: case.releases.index(case.own)]):
        result = case.on("After", release)
        if result.status != "ok" or result.behavior != wanted.behavior:
            break
        earliest = release
    claimed = case.change.fixable_from
    if claimed != earliest:
        remedy = f"say `fix_from: {earliest}`" if earliest != case.own else "take `fix_from` out"
        compared = case.found("After", [claimed, case.own] if claimed in case.releases else [case.own])
        message = f"claimed that After works from {claimed} on, found from {earliest} on: {compared}"
        yield case.at("fix_from", message, remedy)


def _helps(case: Case) -> Iterator[Problem]:
    """Of a change, After gives something else than Before does now, or gives that before the change as well."""
    if case.change.kind != "changed" or not case.previous or case.change.fixable_from != case.own:
        return
    before, now = case.on("Before", case.own), case.on("After", case.own)
    if (before.status, before.behavior) == (now.status, now.behavior):
        message = f"does on {case.own} what Before does there, and on no release before: {now}"
        yield case.sample(
            "After", message, "show code that does what Before did, or that works on both sides"
        )
