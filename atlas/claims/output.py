"""What samples print: what the page shows of it is what was printed, and it is the same on every machine."""

import re
from collections.abc import Iterator

from atlas.claims.case import Case
from atlas.facts.proofs import Result
from atlas.records.samples import outputs_of
from atlas.words.problems import Problem

#: Where home and temporary folders lie on Linux, macOS and the BSDs.
PLACE = re.compile(r"/(?:tmp|home|root|Users|var/folders|private/tmp)/[^\s\"']*")


def check(case: Case) -> Iterator[Problem]:
    """Problems of what the page shows and of what the samples print."""
    yield from _shown(case)
    yield from _portable(case)


def _portable(case: Case) -> Iterator[Problem]:
    """Problems of samples whose output, warnings, errors or SQL name such a place."""
    for role, sample in case.proof.samples.items():
        found = {match[0]: None for result in sample.results for match in PLACE.finditer(_said(result))}
        if found:
            message = f"shows a place of one machine, {', '.join(found)}"
            yield case.sample(role, message, "name a file of the sample's own folder, or do not print it")


def _said(result: Result) -> str:
    error = result.error.text if result.error else ""
    return "\n".join([result.output, error, *(message.text for message in result.messages), *result.sql])


def _shown(case: Case) -> Iterator[Problem]:
    """Fences that show output which was not printed."""
    for role, fence in outputs_of(case.change.page).items():
        release = (case.previous or case.own) if role == "Before" else case.own
        if role not in case.proof.samples:
            continue
        printed = case.on(role, release).output
        shown = "\n".join(line.rstrip() for line in fence.text.rstrip().split("\n"))
        if shown != printed:
            message = f"shows something else than what {role} prints on {release}"
            yield Problem(case.change.page.path, fence.line, fence.title, message, f"paste this:\n{printed}")
