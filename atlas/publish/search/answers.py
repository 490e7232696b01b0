"""What the result list answers by itself: support on the reader's day, what a release runs on, the plan between two.

The scripts choose by the words of a query, and fill in a version that was typed for `#`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from atlas.decide.banner import banner
from atlas.decide.requirements import Requirements, all_databases, all_pythons, requirements
from atlas.decide.stages import stages
from atlas.decide.support import Window, windows
from atlas.facts.django import Facts
from atlas.records.library import Library
from atlas.words.versions import product_key, sort_key

#: What people call products.
PRODUCTS: Final = {
    "python": "Python",
    "py": "Python",
    "postgres": "PostgreSQL",
    "postgresql": "PostgreSQL",
    "psql": "PostgreSQL",
    "pg": "PostgreSQL",
    "mysql": "MySQL",
    "mariadb": "MariaDB",
    "sqlite": "SQLite",
    "sqlite3": "SQLite",
    "oracle": "Oracle",
}
#: Words of a question, by what they ask; a query with any other word is no such question.
WORDS: Final = {
    "filler": (
        "django a an the is are do does can i we my to of on in for with what which how long when until till it its"
        " still lts version versions release releases database db use run runs running work works compatible"
        " compatibility need needs that"
    ),
    "support": (
        "support supported supports supporting unsupported eol end ends ended life lifetime maintained fixes fix"
        " security bug dead date dates get gets receive receives alive"
    ),
    "least": (
        "minimum min minimal least lowest oldest required requires require requirement requirements supported"
        " supports support version versions which newest latest maximum max highest"
    ),
    "move": (
        "upgrade upgrading update updating from migrate migrating migration move moving go hop jump path plan steps"
        " guide directly straight"
    ),
}
#: The newest release on a version, and the plan between two.
NEWEST: Final = "Django {release} is the newest that runs on {product} #"
#: A version that says less than the least one: `8`, of which 8.4 is needed.
SERIES: Final = "#, from {least} on"
PLAN: Final = {"title": "The plan from Django {from} to {to}", "text": "One release at a time: {hops}."}


def answers(library: Library, flat: bool) -> dict[str, Any]:
    """The data of the scripts of the search. flat: the site was built without directory URLs.

    support: by release stages of ISO day, title and text. needs: by product a title, the `table` of all releases, what
    is said of one by `releases`, and `newest`: rows of version, release, title and text. The row of a version is the
    last that is not above it, and where `exact` is true its own. series: how a version is named that says less
    than the least one. pages, places: where answers lead.
    """
    facts = library.facts
    known, needs = windows(facts), requirements(facts)
    return {
        "words": {sort: words.split() for sort, words in WORDS.items()},
        "products": PRODUCTS,
        "releases": [window.release for window in known.values() if not window.planned],
        "support": {release: list(_support(window, known)) for release, window in known.items()},
        "needs": {"Python": _pythons(facts, needs)}
        | {name: _database(name, needs) for name in all_databases(facts) if name in PRODUCTS.values()},
        "plan": PLAN,
        "series": SERIES,
        "pages": _pages(library, flat),
        "places": _places(flat),
    }


def _pages(library: Library, flat: bool) -> dict[str, dict[str, str]]:
    """By product and release, the page of the change that raised what is needed."""
    found: dict[str, dict[str, str]] = {}
    for change in library.changes:
        products = {*change.requires, *(("Python",) if change.slug == "python-versions" else ())}
        for product in products & {*PRODUCTS.values()}:
            place = f"{change.url.rstrip('/')}.html" if flat else change.url
            found.setdefault(product, {})[change.release] = place
    return found


def _places(flat: bool) -> dict[str, str]:
    """Where answers lead; `#` is a release."""
    if flat:
        return {
            "release": "releases/#/index.html",
            "plan": "upgrade/index.html",
            "needs": "reference/requirements.html",
        }
    return {"release": "releases/#/", "plan": "upgrade/", "needs": "reference/requirements/"}


def _support(window: Window, known: dict[str, Window]) -> Iterator[tuple[str, str, str]]:
    def say(day: date) -> tuple[str, str]:
        said = banner(window, known, day)
        return said.headline, said.text

    for stage in stages(say, known.values()):
        yield stage.begins, *stage.said


def _pythons(facts: Facts, needs: Mapping[str, Requirements]) -> dict[str, Any]:
    newest = {}
    for python in all_pythons(facts):
        runs = [
            release for release, one in needs.items() if python in {known.version for known in one.pythons}
        ]
        newest[python] = (runs[-1], _which_run(runs, "Python"))
    rows = {release: f"Django {release} runs on Python {one.range}" for release, one in needs.items()}
    later = {
        release: " ".join(
            f"Python {known.version} from {known.since} on." for known in one.pythons if known.since
        )
        for release, one in needs.items()
    }
    return _product("Python", rows, later, newest, lambda release: needs[release].range)


def _database(name: str, needs: Mapping[str, Requirements]) -> dict[str, Any]:
    least = {
        release: known.minimum
        for release, one in needs.items()
        for known in one.databases
        if known.name == name
    }
    newest = {}
    for minimum in sorted({*least.values()}, key=product_key):
        runs = [release for release, other in least.items() if product_key(other) <= product_key(minimum)]
        newest[minimum] = (runs[-1], _which_run(runs, name))
    rows = {
        release: f"Django {release} needs {name} {minimum} or newer" for release, minimum in least.items()
    }
    return _product(name, rows, {}, newest, least.__getitem__)


def _product(
    name: str,
    rows: Mapping[str, str],
    details: Mapping[str, str],
    newest: Mapping[str, tuple[str, str]],
    short: Callable[[str], str],
) -> dict[str, Any]:
    table = "; ".join(f"Django {release}: {short(release)}" for release in reversed(list(rows)))
    return {
        "title": f"{name} for each Django release",
        "table": f"{table}.",
        "exact": name == "Python",
        "releases": {release: (title, details.get(release, "")) for release, title in rows.items()},
        "newest": [
            (version, release, NEWEST.format(release=release, product=name), text)
            for version, (release, text) in newest.items()
        ],
    }


def _which_run(releases: list[str], product: str) -> str:
    first, last = min(releases, key=sort_key), max(releases, key=sort_key)
    return (
        f"Django {first} runs on {product} #."
        if first == last
        else f"Django {first} to {last} run on {product} #."
    )
