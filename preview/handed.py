"""What the processes hand to the server. A module of its own: the server imports neither MkDocs nor our modules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

#: Below the folder of a state of the files: pages and scripts, what is made of records, and what takes all pages.
PAGES: Final = "pages"
DATA: Final = "data"
GATHERED: Final = "gathered"


@dataclass(frozen=True)
class Drawn:
    """A page as a build would write it, and what MkDocs warned of meanwhile."""

    html: bytes
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Routes:
    """What is where in the site: address (`releases/4.1/`) to source of a page, path to file that is copied."""

    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
