"""The planner's logic in a blank page, without a site around it, over the project's own data."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from atlas.decide.impact import rated
from atlas.decide.plan import hops
from atlas.facts import default_files
from atlas.facts.proofs import Proofs
from atlas.publish.plan_data import plan_data
from atlas.records.library import Library
from atlas.records.redirects import Redirects
from atlas.words.versions import product_key

SCRIPTS = Path(__file__).parent.parent.parent / "docs/assets/javascripts/planner"
#: Files that touch no page, in the order in which they build on each other.
LOGIC = (
    "words",
    "versions",
    "model",
    "packages",
    "extra-steps",
    "patches",
    "by-scan",
    "plan",
    "steps",
    "choice",
    "progress",
    "formats",
)
#: What a test says where it does not matter.
CHOICE = {
    "see": "should",
    "without": [],
    "python": "",
    "products": {},
    "today": False,
    "q": "",
    "problems": [],
}


@contextmanager
def loaded_planner(browser: Browser, library: Library, redirects: Redirects | None = None) -> Iterator[Page]:
    """A page that has the scripts, and `model` from a library's records."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>Planner</title>")
    for name in LOGIC:
        page.add_script_tag(path=SCRIPTS / f"{name}.js")
    library = rated(library, Proofs({}, {}))
    found = hops(library, default_files.load(library.facts.data))
    data = plan_data(library, found, Proofs({}, {}), redirects or Redirects({}))
    page.evaluate("data => { window.model = atlasPlanner.model.load(atlasPlanner.data = data) }", data)
    yield page
    page.close()


def plan(page: Page, start: str, goal: str, **choice: Any) -> dict[str, Any]:
    """A plan; steps by their ids."""
    made: dict[str, Any] = page.evaluate(
        """choice => {
          const plan = atlasPlanner.plan.make(choice, model, null);
          const bare = step => ({id: step.id, level: step.level, today: step.today, met: step.met, title: step.title});
          return {
            sentence: plan.sentence,
            hops: plan.hops.map(hop => ({
              from: hop.from, to: hop.to, start: hop.start, goal: hop.goal, open: hop.notes.open,
              groups: Object.fromEntries(hop.groups.map(group => [group.key, group.steps.map(bare)])),
              carried: hop.carried.map(step => step.id),
            })),
            pending: (plan.pending || []).map(bare),
            patch: plan.patch && plan.patch.id,
            patches: plan.patches && {
              breaks: plan.patches.breaks.map(one => one.version + " " + one.text),
              words: atlasPlanner.patches.sentence(plan.patches),
            },
            cves: (plan.cves || []).map(cve => cve.id),
          };
        }""",
        {**CHOICE, **choice, "from": start, "to": goal},
    )
    return made


def reaches(version: str, least: str) -> bool:
    """Whether another product's version is the least one or newer. One with fewer parts stands for the newest of its
    series, as people and images of containers say it: `8` reaches 8.4, and `8.0` reaches 8.0.11 but not 8.4.
    """
    own = product_key(version)
    return bool(own) and own >= product_key(least)[: len(own)]
