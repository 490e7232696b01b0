"""A record says the same on every machine: no sample may show a place that is there on one alone."""

import re
from collections.abc import Iterator

from atlas.problems import Problem
from atlas.proof import Result
from atlas.prove.case import Case

#: Where home and temporary folders lie on Linux, macOS and the BSDs.
PLACE = re.compile(r"/(?:tmp|home|root|Users|var/folders|private/tmp)/[^\s\"']*")


def check(case: Case) -> Iterator[Problem]:
    """Problems of samples whose output, warnings, errors or SQL name such a place."""
    for role, sample in case.proof.samples.items():
        found = {match[0]: None for result in sample.results for match in PLACE.finditer(_said(result))}
        if found:
            message = f"shows a place of one machine, {', '.join(found)}"
            yield case.sample(role, message, "name a file of the sample's own folder, or do not print it")


def _said(result: Result) -> str:
    error = result.error.text if result.error else ""
    return "\n".join([result.output, error, *(message.text for message in result.messages), *result.sql])
