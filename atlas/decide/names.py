"""From a name in code to where Django describes it and where it is defined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from atlas.facts import docs_pages, source_files
from atlas.facts.docs_addresses import docs_url, source_url
from atlas.facts.docs_pages import Places
from atlas.facts.source_files import SourceIndex
from atlas.words.versions import sort_key

SETTING = re.compile(
    r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
    r"|ADMINS|CACHES|DATABASES|DEBUG|LANGUAGES|LOGGING|MAILERS|MANAGERS|STORAGES|TASKS|TEMPLATES"
)
TAG = re.compile(r"\{%\s*(\w+)\b")


@dataclass(frozen=True)
class Name:
    """A name with its two addresses, each None where there is none. `series`: the release that they speak of."""

    text: str
    docs: str | None
    docs_series: str
    source: str | None
    source_tag: str


@dataclass(frozen=True)
class DjangoNames:
    """Looks names up in the inventory."""

    docs: Places
    code: SourceIndex

    def look_up(self, symbol: str, release: str) -> Name:
        """A name as it is in a release, or in the nearest one that has it, older ones first.

        symbol: `django.db.models.QuerySet.alias()`, `CSRF_COOKIE_MASKED` or `{% url %}`.
        """
        order = _nearest_first(release, self.docs.series)
        docs, docs_series = next(
            ((url, one) for one in order if (url := self._docs(symbol, one))), (None, "")
        )
        # A name that the docs of the release no longer have is gone from its source too, or will be.
        order = _nearest_first(docs_series or release, self.docs.series)
        paths = ((self.code.path(symbol, one), one) for one in order if symbol.startswith("django."))
        path, found_in = next(((path, one) for path, one in paths if path), (None, ""))
        tag = self.code.tags.get(found_in, "")
        return Name(symbol, docs, docs_series, source_url(tag, path) if path else None, tag)

    def _docs(self, symbol: str, series: str) -> str | None:
        for anchor in _anchors(symbol):
            if page := self.docs.page_of(anchor, series):
                return docs_url(series, page, anchor)
        return None


def _anchors(symbol: str) -> list[str]:
    if SETTING.fullmatch(symbol):
        return [f"std-setting-{symbol}"]
    if tag := TAG.match(symbol):
        return [f"std-templatetag-{tag[1]}"]
    name = symbol.removesuffix("()")
    return [name, f"module-{name}"] if name.startswith("django.") else []


def _nearest_first(release: str, series: Sequence[str]) -> list[str]:
    key = sort_key(release)
    older = [one for one in series if sort_key(one) <= key]
    newer = [one for one in series if sort_key(one) > key]
    return [*reversed(older), *newer]


def read_names(data: Path) -> DjangoNames:
    """The names that `data/` knows. Errors: RecordsBroken where a file is missing or broken."""
    return DjangoNames(docs_pages.load_places(data), source_files.load(data))
