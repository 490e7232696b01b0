"""The files under `data/proof/`: what `make prove` writes is read by the same types, strictly.

One file for each release has the records of its changes, and one those of all guides; beside them are the environments,
Django's own metadata, and the services that were there.
"""

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, TypeAdapter

from atlas.facts import reading
from atlas.facts.proofs import HOLDS, Environment, FixerProof, PageProof, Proofs, SampleProof, StatementProof
from atlas.facts.reading import form
from atlas.facts.schema import Name, Version
from atlas.words.forms import SLUG
from atlas.words.problems import Problem, RecordsBroken
from atlas.words.versions import FEATURE, is_version
from atlas.words.vocabulary import ROLES

SHOWN: Final = Path("data/proof")
Statement = Annotated[str, form(f"{HOLDS}.+", "Before, After, fixer, or a statement that begins with Holds")]
#: A part of a guide's path: `upgrade`, `4.2`, `2.2-to-3.0`.
PART: Final = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"
GuideId = Annotated[str, form(rf"(?:{PART}/)*{PART}", "the id of a guide such as upgrade/hosting")]
ChangeId = Annotated[str, form(f"{FEATURE}/{SLUG}", "the id of a change such as 4.1/logout-by-post")]


class PageRecord(BaseModel):
    """The record of a page as it is stored; what else it has are statements, by names that begin with `Holds: `."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)
    __pydantic_extra__: dict[Statement, StatementProof]

    Before: SampleProof | None = None
    After: SampleProof | None = None
    fixer: FixerProof | None = None

    @property
    def proof(self) -> PageProof:
        """The record as the checks and pages take it."""
        samples = {"Before": self.Before, "After": self.After}
        return PageProof(
            {role: one for role in ROLES if (one := samples[role])}, self.fixer, self.__pydantic_extra__
        )


Changes = dict[ChangeId, PageRecord]
CHANGES: TypeAdapter[Changes] = TypeAdapter(Changes)
#: A guide has neither Before nor After: what is recorded of it are statements.
GUIDES = TypeAdapter(dict[GuideId, dict[Statement, StatementProof]])
#: The name of their file.
GUIDES_FILE: Final = "guides"
PAGE = TypeAdapter(PageRecord)
SAMPLE = TypeAdapter(SampleProof)
#: The files beside those of releases, by name.
ENVIRONMENTS = TypeAdapter(dict[Version, Environment])
METADATA = TypeAdapter(dict[Version, dict[Name, Name]])
SERVICES = TypeAdapter(dict[Name, Name])
BESIDE: Final[Mapping[str, TypeAdapter[Any]]] = {
    "environments": ENVIRONMENTS, "metadata": METADATA, "services": SERVICES,
}  # fmt: skip


def adapter(name: str) -> TypeAdapter[Any]:
    """What a file holds, by its name without `.json`: records of changes, those of guides, or one of `BESIDE`."""
    return GUIDES if name == GUIDES_FILE else BESIDE.get(name, CHANGES)


def file_of(page: str) -> str:
    """The name of the file with the record of a page, by the page's id: `4.1`, or `guides`."""
    folder = page.partition("/")[0]
    return folder if is_version(folder) else GUIDES_FILE


def has_records(name: str) -> bool:
    """Whether a file, by its name, has records of pages."""
    return is_version(name) or name == GUIDES_FILE


def read(folder: Path) -> Proofs:
    """Read `data/proof` (or another folder of the same form). A folder that is not there holds nothing.

    Errors: RecordsBroken with a line for each mistake in any of its files.
    """
    files = reading.every({path.stem: partial(stored, path) for path in sorted(folder.glob("*.json"))})
    beside = {name: files.pop(name, {}) for name in BESIDE}
    guides = files.pop(GUIDES_FILE, {})
    changes = {change: row.proof for rows in files.values() for change, row in rows.items()}
    of_guides = {guide: PageProof(statements=row) for guide, row in guides.items()}
    return Proofs(changes, **beside, guides=of_guides)


def stored(path: Path) -> Any:
    """One file as `adapter` says. Errors: RecordsBroken with a line for each mistake, or for a file that is none."""
    shown, name = SHOWN / path.name, path.stem
    if name not in BESIDE and not has_records(name):
        message = f"expected a release, {GUIDES_FILE}, {', '.join(BESIDE)} for its name"
        raise RecordsBroken([Problem(shown, 0, "file", message, "take it out")])
    return parsed(reading.raw(path, shown, written_by(name)), name)


def parsed(text: bytes | str, name: str, remedy: str = "") -> Any:
    """The text of a file, by the file's name. Errors: RecordsBroken with a line for each mistake."""
    return reading.parsed(adapter(name), text, SHOWN / f"{name}.json", remedy or written_by(name))


def written_by(name: str) -> str:
    """What to do about a broken file, by its name: `make prove` does not replace what it cannot read."""
    prove = "make prove ALL=1" if name in BESIDE else "make prove"
    return reading.written_by(f"rm {SHOWN / name}.json && {prove}")


def sample_proof(row: Mapping[str, Any]) -> SampleProof:
    """The record of one sample, from its JSON form. Errors: pydantic.ValidationError."""
    return SAMPLE.validate_json(json.dumps(row))


def page_proof(row: Mapping[str, Any]) -> PageProof:
    """The record of one page, from its JSON form. Errors: pydantic.ValidationError."""
    return PAGE.validate_json(json.dumps(row)).proof
