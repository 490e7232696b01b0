"""The GIS libraries that the newest release supports, from the table of its installation page.

Release notes rarely state a minimum for them; the page speaks of the release it ships with alone.
"""

import re
from collections.abc import Mapping
from typing import Final

from docutils import nodes

from atlas.facts.schema import Minimum
from atlas.sync.errors import shape_error
from atlas.sync.requirements import DATABASES, LIBRARIES
from atlas.sync.sources.rst import Document

PAGE: Final = "ref/contrib/gis/install/geolibs"
PRODUCT, VERSIONS = 0, -1  # columns of the table


def supported(document: Document) -> dict[str, list[str]]:
    """Library to its supported versions, newest first as the page lists them."""
    found = {}
    for section in document.sections:
        for block in section.blocks:
            for row in block.findall(nodes.row):
                product, versions = (row.children[column].astext() for column in (PRODUCT, VERSIONS))
                if product in LIBRARIES:
                    found[product] = re.findall(r"\d+(?:\.(?:\d+|x))*", versions)
    missing = [library for library in LIBRARIES if not found.get(library)]
    if missing:
        raise shape_error(document.name, 1, f"no versions for {', '.join(missing)}", "a row for each")
    return found


def completed(minimums: Mapping[str, Minimum], document: Document, release: str) -> dict[str, Minimum]:
    """A release's minimums from its notes, with those that only its installation page gives."""
    pages = {
        library: Minimum(minimum=versions[-1], stated_in=release, page=PAGE)
        for library, versions in supported(document).items()
    }
    both = {**pages, **minimums}
    return {product: both[product] for product in DATABASES + LIBRARIES if product in both}
