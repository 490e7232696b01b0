"""The head of a notes file: its title, its date, and whether the release is a long-term one."""

import re
from datetime import datetime

from docutils import nodes

from atlas.sync.errors import shape_error
from atlas.sync.inline import inlines, targets
from atlas.sync.sources.markup import squeeze
from atlas.sync.sources.rst import Document

UNDATED = re.compile(r"Expected|Under development", re.I)
LONG_TERM = "long-term support release"


def iso_date(text: str) -> str | None:
    """`August 3, 2022` as `2022-08-03`; None for anything else."""
    try:
        return datetime.strptime(text, "%B %d, %Y").date().isoformat()
    except ValueError:
        return None


def introduction(document: Document) -> list[nodes.paragraph]:
    """The paragraphs between the title and the first heading; the date is the first of them."""
    return [block for block in document.title.blocks if isinstance(block, nodes.paragraph)]


def release_date(document: Document, version: str) -> str | None:
    """The date that notes state under their title; None where they say that the release is to come.

    Notes of another version, or with neither a date nor such a word, are a `SyncError`.
    """
    expected = f"Django {version} release notes"
    if not document.title.title.startswith(expected.removesuffix(" release notes")):
        raise shape_error(document.name, document.title.line, f"the title {document.title.title!r}", expected)
    paragraphs = introduction(document)
    text = squeeze(paragraphs[0].astext()) if paragraphs else ""
    date = iso_date(text)
    if date is None and not UNDATED.match(text):
        line = (paragraphs[0].line if paragraphs else None) or 1
        raise shape_error(document.name, line, repr(text[:40]), "a date such as August 3, 2022")
    return date


def is_long_term(document: Document) -> bool:
    """Whether the introduction calls the release a long-term support release."""
    terms = targets(inlines(introduction(document)), "term")
    return LONG_TERM in (term.lower() for term in terms)
