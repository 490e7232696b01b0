"""What the planner's scripts decide is what `atlas.decide.plan` decides, for every pair of releases."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.decide.plan import NoWay, cves_on_the_way, database_moves, hops, pending, python_moves, stops
from atlas.records.library import Library, load
from tests.browser.planner_scripts import loaded_planner
from tests.building import ROOT
from tests.project import GOOD, Project

#: No release, one that is planned, and what people mistype.
WRONG = ("1.11", "3.3", "3.2.99", "6.2", "6.2.1", "2028", "9.9", "abc", "4", "4.", ".", "-1", "4.1.x", "four")


@pytest.fixture(scope="module")
def library() -> Library:
    found, problems = load(ROOT)
    assert not problems
    return found


@pytest.fixture(scope="module")
def planner(browser: Browser, library: Library) -> Iterator[Page]:
    with loaded_planner(browser, library) as page:
        yield page


def versions(library: Library) -> list[str]:
    """Every feature release, and of each the first, one of the middle and the newest patch release."""
    found: list[str] = []
    for release in library.facts.releases:
        patches = list(library.facts.patches_of(release))
        found += dict.fromkeys([release, *(patches[at] for at in (0, len(patches) // 2, -1) if patches)])
    return found


def decided(library: Library, start: str, goal: str) -> dict[str, Any]:
    """What Python says of a way, in plain values."""
    facts = library.facts
    try:
        releases = stops(start, goal, facts)
    except NoWay as no:
        return {"sentence": str(no)}
    return {
        "sentence": None,
        "stops": releases,
        "hops": [
            [hop.old, hop.new, *([one.id for one in group] for group in (hop.before, hop.at, hop.after))]
            for hop in hops(releases, library.changes)
        ],
        "pending": [one.id for one in pending(releases[0], releases[-1], library.changes)],
        "cves": cves_on_the_way(start, goal, facts),
    }


DECIDE = """pairs => pairs.map(([start, goal]) => {
  const way = atlasPlanner.way, sentence = way.noWay(start, goal, model);
  if (sentence) return {sentence};
  const stops = way.stops(start, goal, model), ids = list => list.map(one => one.id);
  return {
    sentence, stops,
    hops: way.hops(stops, model).map(hop => [hop.from, hop.to, ids(hop.before), ids(hop.at), ids(hop.after)]),
    pending: ids(way.pending(stops[0], stops[stops.length - 1], model)),
    cves: ids(way.cvesOnTheWay(start, goal, model)),
  };
})"""


def agree(page: Page, library: Library, pairs: list[tuple[str, str]]) -> None:
    said = page.evaluate(DECIDE, pairs)
    for (start, goal), found in zip(pairs, said, strict=True):
        assert found == decided(library, start, goal), f"{start} to {goal}"


def test_stops_hops_and_cves_are_the_same_for_every_pair_of_versions(planner: Page, library: Library) -> None:
    known = versions(library)
    assert len(known) > 40
    agree(planner, library, [(start, goal) for start in known for goal in known])


def test_the_sentence_is_the_same_where_there_is_no_way(planner: Page, library: Library) -> None:
    agree(planner, library, [(wrong, "4.1") for wrong in WRONG] + [("3.2.12", wrong) for wrong in WRONG])


def test_every_python_moves_as_python_says(planner: Page, library: Library) -> None:
    facts = library.facts
    pythons = sorted(
        {one for release in facts.releases.values() for one in release.pythons} | {"2.7", "3.99"}
    )
    names = list(facts.releases)
    cases = [
        (one, names[a : b + 1]) for one in pythons for a in range(len(names)) for b in range(a, len(names))
    ]
    script = """cases => cases.map(([python, releases]) =>
      atlasPlanner.way.pythonMoves(python, releases, model).map(move => [move.found, move.wanted, move.on]))"""
    for (python, releases), found in zip(cases, planner.evaluate(script, cases), strict=True):
        moves = python_moves(python, releases, facts)
        assert found == [[move.found, move.wanted, move.on] for move in moves], (python, releases)


def test_every_database_moves_as_python_says(planner: Page, library: Library) -> None:
    facts = library.facts
    products = {
        name: row.minimum for known in facts.releases.values() for name, row in known.databases.items()
    }
    names = list(facts.releases)
    cases = [
        (product, version, names[a:])
        for product, newest in products.items()
        for version in {newest, "1", "5.7", "8.0.11", "9.6", "10", "12.2", "19c", "99"}
        for a in range(len(names))
    ]
    script = """cases => cases.map(([product, version, releases]) => {
      const moves = atlasPlanner.way.databaseMoves(product, version, releases, model);
      return moves.map(move => [move.found, move.wanted, move.on]);
    })"""
    for case, found in zip(cases, planner.evaluate(script, cases), strict=True):
        moves = database_moves(*case, facts)
        assert found == [[move.found, move.wanted, move.on] for move in moves], case


def test_a_way_that_differs_is_noticed(browser: Browser, project: Project) -> None:
    project.write("4.1/shelves", GOOD.replace("removed: 5.0", "removed: 5.0\nfix_from: 3.2"))
    library, _ = load(project.root)
    project.write("4.1/shelves", GOOD.replace("removed: 5.0", "removed: 5.1"))
    other, _ = load(project.root)
    with loaded_planner(browser, other) as page:
        agree(page, other, [("4.0", "5.1")])
        with pytest.raises(AssertionError, match=r"4\.0 to 5\.1"):
            agree(page, library, [("4.0", "5.1")])
