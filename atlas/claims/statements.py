"""Statements: each holds on every version that it speaks of, and on no other."""

from collections.abc import Iterator, Mapping, Sequence

from atlas.facts.proofs import PageProof
from atlas.records.evidence import Statement, statements_of
from atlas.records.pages import Page
from atlas.words.problems import Problem

HELD = "holds, but the statement does not speak of this version"


def check(page: Page, proof: PageProof) -> Iterator[Problem]:
    """A line for each version on which a statement of the page is not what it says."""
    for statement in statements_of(page):
        record = proof.statements.get(statement.record)
        for version, happened in (record.wrong if record else {}).items():
            yield Problem(
                page.path,
                statement.sample.line,
                f"Holds {_on(statement)}",
                f"'{statement.claim}': on Django {version}: {happened}",
                "correct the sentence or its spans, or the code that tells",
            )


def wrong(statement: Statement, happened: Mapping[str, str], versions: Sequence[str]) -> dict[str, str]:
    """The versions on which a statement is not what it says, with what happened there.

    happened: by version, what made the code fail; empty where it ended without an error. versions: all that were run.
    """
    found: dict[str, str] = {}
    for version in versions:
        held = not happened[version]
        if held != (version in statement.spans):
            found[version] = HELD if held else happened[version]
    return found


def _on(statement: Statement) -> str:
    return f"on {statement.spans}" if statement.spans.parts else str(statement.spans)
