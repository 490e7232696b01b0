"""Addresses in Django's documentation, its source, its tracker, and the pages that they name."""

import re
from typing import Final, NamedTuple
from urllib.parse import unquote, urldefrag

DOCS: Final = "https://docs.djangoproject.com/en/"
SOURCE: Final = "https://github.com/django/django/blob/"
TICKET: Final = "https://code.djangoproject.com/ticket/"
CVE: Final = "https://nvd.nist.gov/vuln/detail/"

DOCS_HOST = re.compile(r"https?://docs\.djangoproject\.com\b")
DOCS_PAGE = re.compile(r"https://docs\.djangoproject\.com/en/(?P<series>[^/]+)/(?P<path>[^?]*?)/?$")
SOURCE_FILE = re.compile(r"https://github\.com/django/django/blob/(?P<tag>[^/]+)/(?P<path>[^#?]+)")


class DocsLink(NamedTuple):
    """What an address in Django's documentation points at; `anchor` is empty for the page as a whole."""

    series: str
    page: str
    anchor: str


def parse_docs(url: str) -> DocsLink | None:
    """Read an address; None for one that is not of the form `https://docs.djangoproject.com/en/4.1/…/#…`.

    A folder's address comes back as its short name: `ref` for the page that Django keeps as `ref/index`.
    """
    address, anchor = urldefrag(url)
    found = DOCS_PAGE.fullmatch(address)
    return DocsLink(found["series"], found["path"], unquote(anchor)) if found else None


def docs_url(series: str, page: str, anchor: str | None = None) -> str:
    """The address of a page: `docs_url("4.1", "ref/settings", "auth")`."""
    short = page.removesuffix("index").rstrip("/")
    return f"{DOCS}{series}/{short}{'/' if short else ''}{f'#{anchor}' if anchor else ''}"


def source_url(tag: str, path: str) -> str:
    """The address of a file of Django's source at a tag (`4.1.13`)."""
    return f"{SOURCE}{tag}/{path}"


def ticket_url(number: int | str) -> str:
    """The address of a ticket in Django's tracker."""
    return f"{TICKET}{number}"


def cve_url(cve: str) -> str:
    """The address of a CVE in the National Vulnerability Database."""
    return f"{CVE}{cve}"
