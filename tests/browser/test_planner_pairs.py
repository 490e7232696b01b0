"""What the page draws is what `atlas.decide` says, for every pair of releases; and the guides say the same."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from atlas.decide import plan_words, tiers
from atlas.decide.impact import rated
from atlas.decide.plan import Hop, between, cves_fixed, hops, pending
from atlas.facts import default_files
from atlas.facts.proof_files import read as read_proofs
from atlas.facts.proofs import Proofs
from atlas.records.library import Library, load
from atlas.words.versions import feature_release, sort_key
from tests.browser.conftest import PATIENCE
from tests.browser.planner_scripts import loaded_planner, plan, reaches
from tests.building import ROOT
from tests.library import library_of
from tests.project import GOOD, Project

pytestmark = pytest.mark.slow

#: A release, a later one, and the hops that are drawn between them.
Drawn = tuple[str, str, list[dict[str, Any]]]
#: Shows plans one after the other and reads what is drawn. Texts of steps are those that no choice changes.
DRAWN = """pairs => pairs.map(([from, to]) => {
  const all = (selector, inside) => [...inside.querySelectorAll(selector)];
  const text = (selector, inside) => inside.querySelector(selector)?.textContent ?? "";
  const step = one => ({
    id: one.dataset.step, title: text(".change-title", one), summary: text(".change-summary", one),
    facts: text(".step__facts", one),
  });
  const group = one => ({
    key: one.dataset.group, title: text("h4", one).replace(/ \\(.*/, ""), meaning: text(".group__meaning", one),
    steps: all("[data-step]", one).map(step),
  });
  atlasPlanner.state.visit(`?from=${from}&to=${to}`, "", null);
  return all("details.hop", document.getElementById("plan")).map(hop => ({
    to: hop.dataset.hop, title: text("h3", hop), groups: all("[data-group]", hop).map(group),
    carried: all("[data-carried]", hop).map(one => one.dataset.carried),
    order: text(".hop__order", hop), commands: text(".run-block code", hop),
  }));
})"""
#: The same of a guide: its groups, in order; below them are statements under headings of their own.
GUIDE = """() => [...document.querySelectorAll(".md-content h3[id]:not([id^=evidence-])")].map(heading => ({
  title: heading.firstChild.textContent.replace(/ \\(.*/, ""),
  meaning: heading.nextElementSibling.textContent,
  steps: [...heading.nextElementSibling.nextElementSibling.querySelectorAll("li")].map(one => ({
    title: one.querySelector(".change-title").textContent, summary: one.querySelector(".change-summary").textContent,
    facts: one.querySelector(".step-facts")?.textContent ?? "",
  })),
}))"""
#: No release, one that is planned, and what people mistype, with the beginning of what is said.
WRONG = {
    "1.11": "There is no Django 1.11 here: this site knows 2.2 to 6.1.",
    "3.2.99": "There is no Django 3.2.99 here",
    "6.2": "Django 6.2 is planned and not out yet",
    "6.2.1": "Django 6.2.1 is planned and not out yet",
    "2028": "Django 2028 is planned and not out yet",
    **{
        text: f"There is no Django {text} here"
        for text in ("9.9", "abc", "4", "4.", ".", "-1", "4.1.x", "four")
    },
}


@pytest.fixture(scope="module")
def proofs() -> Proofs:
    return read_proofs(ROOT / "data/proof")


@pytest.fixture(scope="module")
def library(proofs: Proofs) -> Library:
    found = library_of(ROOT)
    return rated(found, proofs)


@pytest.fixture(scope="module")
def decided(library: Library) -> tuple[Hop, ...]:
    return hops(library, default_files.load(library.facts.data))


@pytest.fixture(scope="module")
def scripts(browser: Browser, library: Library) -> Iterator[Page]:
    with loaded_planner(browser, library) as page:
        yield page


@pytest.fixture(scope="module")
def every_plan(browser: Browser, site: str, library: Library) -> list[Drawn]:
    """What is drawn for each pair of releases, drawn once for all tests that read it."""
    every = pairs(library)
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.clock.set_fixed_time("2026-11-21T12:00:00Z")
    open_planner(page, site)
    drawn = page.evaluate(DRAWN, every)
    page.close()
    return [(start, goal, plan) for (start, goal), plan in zip(every, drawn, strict=True)]


@pytest.fixture
def upgrade(page: Page, site: str) -> Page:
    open_planner(page, site)
    return page


def open_planner(page: Page, site: str) -> None:
    """Open the planner with a plan: without one it loads no changes."""
    page.goto(f"{site}upgrade/?from=2.2&to=3.0")
    page.wait_for_function("() => atlasPlanner.state.model")


def pairs(library: Library) -> list[tuple[str, str]]:
    """Every release with every later one."""
    return list(combinations(library.facts.releases, 2))


def expected(
    decided: tuple[Hop, ...], proofs: Proofs, start: str, goal: str
) -> dict[str, dict[str, list[str]]]:
    """Ids of steps by hop and group, in order. `carried`: what an earlier hop of the plan has already."""
    seen: set[str] = set()
    found: dict[str, dict[str, list[str]]] = {}
    for hop in between(decided, start, goal):
        rows = {one.key: [change.id for change in one.changes] for one in tiers.lists(hop, proofs)}
        carried = [name for names in rows.values() for name in names if name in seen]
        groups = {key: [name for name in names if name not in seen] for key, names in rows.items()}
        seen |= {name for names in rows.values() for name in names}
        groups["run"] = [plan_words.install(hop).id]
        if hop.old == start and hop.start != start:
            groups["run"].insert(0, plan_words.patch(hop.old, hop.start).id)
        found[hop.new] = {**{key: names for key, names in groups.items() if names}, "carried": carried}
    if later := [one.id for one in pending(decided, start, goal)]:
        found["pending"] = {"pending": later, "carried": []}
    return found


def agree(
    drawn: list[dict[str, Any]], decided: tuple[Hop, ...], proofs: Proofs, start: str, goal: str
) -> None:
    ids = {
        hop["to"]: {
            **{group["key"]: [step["id"] for step in group["steps"]] for group in hop["groups"]},
            "carried": hop["carried"],
        }
        for hop in drawn
    }
    assert ids == expected(decided, proofs, start, goal), f"{start} to {goal}"


def test_every_pair_of_releases_has_the_steps_that_are_decided(
    every_plan: list[Drawn], decided: tuple[Hop, ...], proofs: Proofs
) -> None:
    assert len(every_plan) == 66
    for start, goal, drawn in every_plan:
        agree(drawn, decided, proofs, start, goal)


def test_a_step_that_is_drawn_elsewhere_is_noticed(
    upgrade: Page, decided: tuple[Hop, ...], proofs: Proofs
) -> None:
    upgrade.evaluate("""() => {
      const {groups} = atlasPlanner.state.model.hops.find(hop => hop.to === "4.1");
      groups.reduce((one, other) => one.entries.length > other.entries.length ? one : other).entries.reverse();
    }""")
    drawn = upgrade.evaluate(DRAWN, [["3.2", "4.1"]])[0]
    with pytest.raises(AssertionError, match=r"3\.2 to 4\.1"):
        agree(drawn, decided, proofs, "3.2", "4.1")


def test_what_is_said_of_a_hop_is_the_same_in_every_plan(
    every_plan: list[Drawn],
) -> None:
    said = defaultdict(set)
    for _, _, drawn in every_plan:
        for hop in drawn:
            if hop["to"] == "pending":
                continue
            for group in hop["groups"]:
                said[hop["to"], group["key"]].add((hop["title"], group["title"], group["meaning"]))
                for step in group["steps"]:
                    said[step["id"]].add((step["title"], step["summary"], step["facts"]))
    assert len(said) > 500
    assert [key for key, texts in said.items() if len(texts) > 1] == []


def test_the_guide_of_a_hop_says_what_the_planner_says(
    upgrade: Page, site: str, decided: tuple[Hop, ...]
) -> None:
    ways = [[hop.old, hop.new] for hop in decided]
    for hop, drawn in zip(decided, upgrade.evaluate(DRAWN, ways), strict=True):
        upgrade.goto(f"{site}upgrade/{hop.old}-to-{hop.new}/")
        planned = [
            {
                "title": group["title"],
                "meaning": group["meaning"],
                "steps": [
                    {name: step[name] for name in ("title", "summary", "facts")} for step in group["steps"]
                ],
            }
            for group in drawn[0]["groups"]
        ]
        assert len(planned) >= 5
        assert upgrade.evaluate(GUIDE) == planned, plan_words.title(hop)
        said = (upgrade.locator(".hop__order").inner_text(), upgrade.locator(".run-block code").inner_text())
        assert said == (plan_words.order(hop), plan_words.commands(hop))
        assert said == (drawn[0]["order"], drawn[0]["commands"])


def versions(library: Library) -> list[str]:
    """Every feature release, and of each the first, one of the middle and the newest patch release."""
    found: list[str] = []
    for release in library.facts.releases:
        patches = list(library.facts.patches_of(release))
        found += dict.fromkeys([release, *(patches[at] for at in (0, len(patches) // 2, -1) if patches)])
    return found


def is_down(start: str, goal: str, library: Library) -> bool:
    """A feature release as the goal means its newest patch release."""
    if goal in library.facts.patches:
        return sort_key(start) > sort_key(goal)
    return sort_key(feature_release(start)) > sort_key(goal)


SUMS = """pairs => pairs.map(([from, to]) => {
  const choice = {from, to, see: "should", without: [], python: "", products: {}, today: false, q: ""};
  const plan = atlasPlanner.plan.make(choice, model, null);
  return plan.sentence ?? [plan.hops.map(hop => hop.to), plan.cves.map(cve => cve.id)];
})"""


def test_hops_cves_and_downgrades_are_right_for_every_pair_of_versions(
    scripts: Page, library: Library, decided: tuple[Hop, ...]
) -> None:
    known, facts = versions(library), library.facts
    assert len(known) > 40
    every = [(start, goal) for start in known for goal in known]
    for (start, goal), found in zip(every, scripts.evaluate(SUMS, every), strict=True):
        if is_down(start, goal, library):
            assert found.startswith(
                f"From {start} to {goal} is a downgrade, which Django's migrations do not"
            )
            continue
        first, last = feature_release(start), feature_release(goal)
        since = (facts.patches.get(start) or facts.releases[first]).date
        path = between(decided, first, last) if first != last else []
        newer = [name for name in cves_fixed(last, facts) if facts.cves[name].date > since]
        assert found == [[hop.new for hop in path], newer], f"{start} to {goal}"


@pytest.mark.parametrize("wrong", WRONG)
def test_where_there_is_no_plan_a_sentence_says_so(scripts: Page, wrong: str) -> None:
    for sentence in scripts.evaluate(SUMS, [[wrong, "4.1"], ["3.2.12", wrong]]):
        assert isinstance(sentence, str)
        assert sentence.startswith(WRONG[wrong])


def test_a_python_rises_at_each_hop_that_does_not_take_it(
    scripts: Page, library: Library, decided: tuple[Hop, ...]
) -> None:
    pythons = sorted(
        {one for known in library.facts.releases.values() for one in known.pythons} | {"2.7", "3.99"}
    )
    for python in pythons:
        made = plan(scripts, "2.2", "6.1", python=python)
        runs, wanted = python, []
        for hop in decided:
            if runs not in hop.moves[0].takes:
                wanted.append(f"Move from Python {runs} to {hop.moves[0].wanted}")
                runs = hop.moves[0].wanted
        titles = [step["title"] for hop in made["hops"] for group in hop["groups"].values() for step in group]
        assert [title for title in titles if "Python" in title and title.startswith("Move")] == wanted, python


@pytest.mark.parametrize("version", ["1", "5.7", "8", "8.0", "8.0.11", "9.6", "10", "12.2", "19c", "99"])
def test_a_database_rises_at_each_hop_that_asks_for_more(
    scripts: Page, decided: tuple[Hop, ...], version: str
) -> None:
    for product in ("PostgreSQL", "MariaDB", "MySQL", "SQLite", "Oracle", "PROJ"):
        made = plan(scripts, "2.2", "6.1", products={product: version})
        runs, wanted = version, []
        for hop in decided:
            move = next((one for one in hop.moves if one.product == product), None)
            if move and not reaches(runs, move.wanted):
                wanted.append(f"Move from {product} {runs} to {move.wanted} or newer")
                runs = move.wanted
        titles = [step["title"] for hop in made["hops"] for group in hop["groups"].values() for step in group]
        assert [title for title in titles if title.startswith("Move from")] == wanted, product


def test_what_is_decided_otherwise_is_drawn_otherwise(browser: Browser, project: Project) -> None:
    project.write("4.1/shelves", GOOD.replace("removed: 5.0", "removed: 5.1"))
    with loaded_planner(browser, load(project.root)[0]) as page:
        later = plan(page, "4.0", "5.1")["hops"]
    project.write("4.1/shelves", GOOD)
    with loaded_planner(browser, load(project.root)[0]) as page:
        sooner = plan(page, "4.0", "5.1")["hops"]
    assert [hop["to"] for hop in later if hop["carried"]] == ["5.1"]
    assert [hop["to"] for hop in sooner if hop["carried"]] == ["5.0"]
