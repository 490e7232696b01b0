"""What `docs/reference/wishes.md` shows is what its samples print on the releases that it names."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from atlas.records.pages import Fence, read_page
from tests.desk import Desk, fence

pytestmark = pytest.mark.slow

PAGE = Path(__file__).parents[2] / "docs/reference/wishes.md"
OUTPUT = re.compile(r"Output on (?P<releases>[\d., ]+)")
#: Samples with these words want a server.
POSTGRESQL = ("PARTITION BY", "connection.pool")


class Case(NamedTuple):
    """One sample with the files that stand behind it, and what it prints, by release."""

    fences: list[Fence]
    outputs: dict[str, str]

    @property
    def needs(self) -> str:
        """What the sample asks for, as a page says it."""
        return "[postgresql]" if any(word in self.fences[0].text for word in POSTGRESQL) else ""


def _cases() -> Iterator[Case]:
    case = Case([], {})
    for block in read_page(PAGE, PAGE).fences:
        shown = OUTPUT.fullmatch(block.title)
        if block.title == "Sample":
            if case.fences:
                yield case
            case = Case([block], {})
        elif shown:
            case.outputs.update(dict.fromkeys(shown["releases"].split(", "), block.text))
        else:
            case.fences.append(block)
    yield case


CASES = list(_cases())


def test_every_wish_has_a_sample_and_every_sample_a_result() -> None:
    wishes = [heading for heading in read_page(PAGE, PAGE).headings if heading.level == 2]
    assert len(wishes) <= len(CASES)
    assert all(case.outputs for case in CASES)


@pytest.mark.django
@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_sample_prints_what_the_page_shows(desk: Callable[..., Desk], number: int) -> None:
    case = CASES[number]
    table = desk(*case.outputs)
    newest = list(case.outputs)[-1]
    titles = ["After", *[block.title for block in case.fences[1:]]]
    fences = [fence(title, block.text) for title, block in zip(titles, case.fences, strict=True)]
    table.write(f"{newest}/wish", *fences, kind="added", needs=case.needs)
    outcome = table.prove()
    assert outcome.complete, (outcome.not_run, outcome.unmet)
    for release, text in case.outputs.items():
        result = table.result(f"{newest}/wish", "After", release)
        assert result.status == "ok", (release, result)
        assert _lines(result.output) == _lines(text), release


def _lines(text: str) -> list[str]:
    """Lines without what stands at their ends: editors take it away."""
    return [line.rstrip() for line in text.strip().splitlines()]
