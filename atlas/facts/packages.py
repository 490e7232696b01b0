"""`data/packages/packages.yml`, typed: the packages that are run, and what a project needs to load each.

Kept by hand; its first lines say what each field means. `atlas.check.packages` has what its values must say of
each other.
"""

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError

from atlas.facts.reading import form, in_words
from atlas.facts.schema import Fact
from atlas.words.problems import Problem, RecordsBroken, did_you_mean
from atlas.words.texts import faults, read_text
from atlas.words.yaml_lines import line_of, read_yaml

FOLDER: Final = "packages"
FILE: Final = "packages.yml"
SHOWN: Final = Path("data") / FOLDER / FILE
#: A package as indexes write it in addresses. Source: https://packaging.python.org/en/latest/specifications/name-normalization/
NAME: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
DOTTED: Final = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
#: What to do about a mistake, by the field's name.
REMEDIES: Final[Mapping[str, str]] = {
    "does": "say in a few words what it is for",
    "modules": "name what `import` calls it",
    "left_out": "give each module the reason why it is not imported",
}


def parted(text: str) -> tuple[str, SpecifierSet]:
    """A name, and the versions of the package that have it: of `allauth.middleware.X >=0.56`, or of a name alone.

    Errors: ValueError with what was expected.
    """
    name, _, versions = text.strip().partition(" ")
    if not re.fullmatch(DOTTED, name):
        raise ValueError("a dotted name, with versions such as >=2.0 after a blank where not all have it")
    try:
        return name, SpecifierSet(versions)
    except InvalidSpecifier:
        raise ValueError("versions such as >=2.0,<3 after the name") from None


def held(texts: Iterable[str], version: str) -> dict[str, str]:
    """Those of such texts that a version of the package has, by the name alone."""
    pairs = ((text, *parted(text)) for text in texts)
    return {name: text for text, name, versions in pairs if versions.contains(version, prereleases=True)}


def _conditional(text: str) -> str:
    parted(text)
    return text


def _flag(value: object) -> bool:
    if value not in ("true", "false"):
        raise ValueError("expected true or false")
    return value == "true"


def _literal(text: str) -> str:
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        raise ValueError('a value as Python writes it, such as "True" or \'["a"]\'') from None
    return text


def _requirement(text: str) -> str:
    try:
        Requirement(text)
    except InvalidRequirement:
        raise ValueError("a requirement such as name>=2") from None
    return text


PackageName = Annotated[str, form(NAME, "the name as the index writes it: small letters, digits and hyphens")]
Dotted = Annotated[str, form(DOTTED, "a dotted name")]
Conditional = Annotated[str, AfterValidator(_conditional)]
Address = Annotated[str, form(r"/\S*", "an address on the site, beginning with a slash")]
Prefix = Annotated[str, form(r"[\w/-]+/", "a prefix that ends with a slash")]


class Recipe(Fact):
    """What a project needs to load a package."""

    does: Annotated[str, Field(min_length=8, max_length=90)]
    modules: Annotated[list[Dotted], Field(min_length=1)]
    apps: list[Conditional] = Field(default_factory=list)
    apps_first: list[Conditional] = Field(default_factory=list)
    middleware: list[Conditional] = Field(default_factory=list)
    middleware_first: list[Conditional] = Field(default_factory=list)
    settings: dict[Conditional, Annotated[str, AfterValidator(_literal)]] = Field(default_factory=dict)
    urls: dict[Prefix, Conditional] = Field(default_factory=dict)
    requests: list[Address] = Field(default_factory=list)
    beside: list[Annotated[str, AfterValidator(_requirement)]] = Field(default_factory=list)
    database: Literal["sqlite", "postgresql"] = "sqlite"
    wheels_only: Annotated[bool, BeforeValidator(_flag)] = False
    left_out: dict[Dotted, Annotated[str, Field(min_length=8)]] = Field(default_factory=dict)


class PackagesTable(Fact):
    """Everything in the file, by the package's name."""

    packages: Annotated[dict[PackageName, Recipe], Field(min_length=1)]


@dataclass(frozen=True)
class PackagesFile:
    """The packages by name, and the line of each key in the file (`packages.celery.apps`)."""

    packages: Mapping[str, Recipe]
    lines: Mapping[str, int] = field(default_factory=dict)

    def problem(self, keys: tuple[str, ...], message: str, remedy: str) -> Problem:
        """A mistake at a key below `packages`."""
        return Problem(SHOWN, line_of(self.lines, "packages", *keys), ".".join(keys), message, remedy)


ADAPTER = TypeAdapter(PackagesTable)


def read(data: Path) -> PackagesFile:
    """Read the file below `data/`. Errors: RecordsBroken with a line for each mistake in its form."""
    text = read_text(data / FOLDER / FILE, SHOWN)
    found = read_yaml(text, SHOWN)
    problems = [*faults(text, SHOWN), *found.problems]
    if found.value is None and found.problems:
        raise RecordsBroken(problems)
    try:
        table = ADAPTER.validate_python({} if found.value is None else found.value)
    except ValidationError as error:
        rows = error.errors(include_url=False)
        raise RecordsBroken([*problems, *(_problem(dict(row), found.lines) for row in rows)]) from None
    if problems:
        raise RecordsBroken(problems)
    return PackagesFile(table.packages, found.lines)


def _problem(error: Mapping[str, Any], lines: Mapping[str, int]) -> Problem:
    keys = [str(key) for key in error["loc"] if key != "[key]"]
    remedy = next((REMEDIES[key] for key in reversed(keys) if key in REMEDIES), "")
    if error["type"] == "extra_forbidden":
        allowed = list((PackagesTable if len(keys) == 1 else Recipe).model_fields)
        remedy = did_you_mean(keys[-1], allowed) or f"expected {', '.join(allowed)}"
    return Problem(SHOWN, line_of(lines, *keys) or 1, ".".join(keys) or "file", in_words(error), remedy)
