"""The Pythons and databases that each feature release asks for, as its notes state them."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from docutils import nodes

from atlas.facts.schema import Minimum
from atlas.sync.errors import shape_error
from atlas.sync.sources.markup import squeeze
from atlas.sync.sources.rst import Document
from atlas.words.versions import PYTHON, VERSION, sort_key

DATABASES: Final[tuple[str, ...]] = ("PostgreSQL", "MariaDB", "MySQL", "SQLite", "Oracle")
LIBRARIES: Final[tuple[str, ...]] = ("PostGIS", "GDAL", "GEOS", "PROJ", "SpatiaLite")

PYTHONS = re.compile(rf"Django {VERSION} (?:supports|requires) Python (.*?)\.(?: [A-Z]|$)")
ADDED = re.compile(rf"({PYTHON})(?:\s*\((?:as of|added in) ({VERSION})\))?")

STATED = (
    r"(?:supports {0} |sets {0} |version of {0} is increased from \S+ to |[Ss]upport for {0} < )"
    r"(\d+(?:\.\d+)*c?)(?:\+| and (?:higher|later)| and \d+c|\.(?: |$)| as the minimum| is (?:removed|dropped))"
)
REMOVED = re.compile(r"[Ss]upport for ([^.]*(?:\.\d[^.]*)*?) is (?:also )?(?:removed|dropped)")


def pythons(document: Document, release: str) -> dict[str, str]:
    """Each supported Python with the release that added it: `{"3.10": "3.2", "3.11": "3.2.9"}`."""
    section = next((one for one in document.sections if one.path == ["Python compatibility"]), None)
    if section is None:
        raise shape_error(document.name, 1, "no heading Python compatibility", "one")
    found = PYTHONS.match(squeeze(section.blocks[0].astext())) if section.blocks else None
    added = {python: patch or release for python, patch in ADDED.findall(found[1] if found else "")}
    if not added:
        raise shape_error(document.name, section.line, "no list of Pythons", "one under the heading")
    return added


def paragraphs(document: Document) -> Iterator[str]:
    """The text of every paragraph of the notes, bullets included, on one line each."""
    for section in document.sections:
        for block in section.blocks:
            yield from (squeeze(paragraph.astext()) for paragraph in block.findall(nodes.paragraph))


def stated_minimums(document: Document) -> dict[str, str]:
    """Product to the least version that these notes state; products that they do not speak of are absent."""
    stated = {}
    for text in paragraphs(document):
        for product in DATABASES + LIBRARIES:
            found = re.search(STATED.format(product), text)
            if found:
                stated[product] = found[1]
    return stated


def dropped(document: Document) -> dict[str, list[str]]:
    """GIS library to the versions that these notes no longer support ("Support for GDAL 2.1 is removed")."""
    gone: dict[str, list[str]] = {}
    for text in paragraphs(document):
        for phrase in REMOVED.findall(text):
            parts = re.split(rf"({'|'.join(LIBRARIES)})", phrase)
            for library, versions in zip(parts[1::2], parts[2::2], strict=True):
                if "<" not in versions:
                    gone.setdefault(library, []).extend(re.findall(r"\d+(?:\.\d+)*", versions))
    return {library: gone[library] for library in LIBRARIES if library in gone}


def in_force(documents: Mapping[str, Document]) -> dict[str, dict[str, Minimum]]:
    """For each release the minimums in force: the newest statement so far, with the release that made it.

    documents: feature release to notes. A library's minimum is forgotten when that version is dropped
    without a new one being stated.
    """
    current: dict[str, Minimum] = {}
    result = {}
    for release in sorted(documents, key=sort_key):
        for product, versions in dropped(documents[release]).items():
            if product in current and sort_key(current[product].minimum) <= sort_key(versions[-1]):
                del current[product]
        for product, minimum in stated_minimums(documents[release]).items():
            current[product] = Minimum(minimum=minimum, stated_in=release)
        result[release] = {name: current[name] for name in DATABASES + LIBRARIES if name in current}
    return result
