"""A change's record to its entry: everything that somebody may type to find the page."""

import re
from collections.abc import Iterator

from atlas.facts.proofs import PageProof
from atlas.publish.search.entry import Entry
from atlas.publish.search.markdown import plain, prose
from atlas.records.change import Change
from atlas.words.vocabulary import AREAS, IMPACTS, KINDS

CODE_SPAN = re.compile(r"`([^`]+)`")


def entry_of_change(change: Change, location: str, proof: PageProof) -> Entry:
    """One entry for the whole page, with the warnings and errors that its runs recorded."""
    return Entry(
        location=location,
        title=prose(change.title),
        release=change.release,
        kind=change.kind,
        label=KINDS[change.kind].label,
        impact=change.impact or "",
        summary=prose(change.summary),
        names=" ".join(dict.fromkeys(_names(change))),
        numbers=" ".join(_numbers(change)),
        # The path is the id, and its words were chosen to say what the page is about.
        keywords=", ".join([change.slug.replace("-", " "), *change.keywords, *_refusals(change)]),
        messages="\n".join(dict.fromkeys(_messages(proof))),
        facts=" ".join(_facts(change)),
        text=plain(change.page.body),
    )


def _names(change: Change) -> Iterator[str]:
    yield from change.symbols
    yield from CODE_SPAN.findall(f"{change.title} {change.summary}")
    for rule in change.detect:
        yield from rule.words


def _numbers(change: Change) -> Iterator[str]:
    yield from (f"ticket #{ticket}" for ticket in change.tickets)
    yield from change.cves


def _refusals(change: Change) -> Iterator[str]:
    """As Django says it where a database is too old."""
    yield from (f"{product} {least} or later is required" for product, least in change.requires.items())


def _messages(proof: PageProof) -> Iterator[str]:
    """As a traceback or a log shows them, each on one line."""
    for sample in proof.samples.values():
        for result in sample.results:
            for message in result.messages:
                yield " ".join(f"{message.category}: {message.text}".split())
            if result.error:
                yield " ".join(f"{result.error.type}: {result.error.text}".split())


def _facts(change: Change) -> Iterator[str]:
    yield f"{KINDS[change.kind].label} in Django {change.release}"
    yield AREAS[change.area]
    if change.removed:
        yield f"removed in Django {change.removed}"
    if change.impact:
        yield f"{IMPACTS[change.impact].label} impact"
    if change.fixer and change.fixer != "manual":
        yield f"fixer django-upgrade {change.fixer}"
