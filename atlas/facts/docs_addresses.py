"""Addresses in Django's documentation and source, made and read. Those of its tracker: `atlas/facts/addresses.py`."""

import re
from typing import Final, NamedTuple
from urllib.parse import unquote, urldefrag

DOCS: Final = "https://docs.djangoproject.com/en/"
SOURCE: Final = "https://github.com/django/django/blob/"

DOCS_PAGE = re.compile(r"https://docs\.djangoproject\.com/en/(?P<series>[^/?]+)/(?:(?P<path>[^?]+)/)?")
SOURCE_FILE = re.compile(r"https://github\.com/django/django/blob/(?P<tag>[^/]+)/(?P<path>[^#?]+)")


class DocsLink(NamedTuple):
    """What an address in Django's documentation points at; `anchor` is empty for the page as a whole."""

    series: str
    path: str
    anchor: str


def parse_docs(url: str) -> DocsLink | None:
    """Read `https://docs.djangoproject.com/en/4.1/ref/settings/#auth`; None for an address of another form."""
    address, anchor = urldefrag(url)
    found = DOCS_PAGE.fullmatch(address)
    return DocsLink(found["series"], found["path"] or "", unquote(anchor)) if found else None


def docs_url(series: str, page: str, anchor: str | None = None) -> str:
    """The address of a page as Django's sources name it: `docs_url("4.1", "ref/index")` ends in `4.1/ref/`."""
    short = page.removesuffix("index").rstrip("/")
    return f"{DOCS}{series}/{short}{'/' if short else ''}{f'#{anchor}' if anchor else ''}"


def source_url(tag: str, path: str) -> str:
    """The address of a file of Django's source at a tag (`4.1.13`)."""
    return f"{SOURCE}{tag}/{path}"
