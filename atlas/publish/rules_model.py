"""The shape of the published file of rules, for its JSON Schema and its documentation.

`atlas.scan.rules` has the same shape for the scanner, which knows the standard library alone; a test holds the two
together.
"""

from typing import Annotated, Any, Literal

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from atlas.publish.models import Release, Row, Url
from atlas.scan.rules import FORMAT
from atlas.words.forms import SLUG
from atlas.words.versions import FEATURE
from atlas.words.vocabulary import FORCES_WORK, IMPACTS, SEVERITIES

#: A field that is left out where there is nothing to say.
Text = str | SkipJsonSchema[None]


class RuledChangeRow(Row):
    """A change that forces work, and what to look for."""

    id: Annotated[str, Field(pattern=f"^{FEATURE}/{SLUG}$")]
    """Release and name; never changes."""
    title: str
    """What is different, in one line; code is in backquotes."""
    kind: Annotated[str, Field(json_schema_extra={"enum": sorted(FORCES_WORK)})]
    """What sort of change it is."""
    impact: Annotated[str | None, Field(json_schema_extra={"enum": [*IMPACTS, None]})]
    """How many projects meet it."""
    fixable_from: Release
    """The earliest release on which the new code works."""
    rules: list[dict[str, Any]]
    """Each rule as data: one kind of names, or expressions, and conditions. None where no rule can see the change."""
    exclude: Text = None
    """The name of a folder in which nothing is a hit."""
    only_with: list[dict[str, Any]] | SkipJsonSchema[None] = None
    """Hits count only in projects in which one of these rules finds something, in any file."""
    severity: Annotated[Text, Field(json_schema_extra={"enum": list(SEVERITIES)})] = None
    """What happens to code that is left as it is."""
    removed: Text = None
    """Where a deprecation ends."""
    silent: bool | SkipJsonSchema[None] = None
    """Nothing warns and nothing fails, but the result differs."""
    fixer: Text = None
    """The django-upgrade fixer that rewrites the common form, or `manual`."""
    undetectable: Text = None
    """Why no rule can see it."""


class GoneRow(Row):
    """A name that can be imported from the release before and not from this one."""

    now: Text = None
    """What it is called now: where it moved, or where it was imported from."""
    change: Text = None
    """The id of a change that tells of it."""


class RulesFile(Row):
    """All rules, for `scan --rules`."""

    format: Literal[3] = FORMAT
    """Of this file. It goes up when something goes or changes its meaning; the scanner reads no other format."""
    site: Url
    """Where the pages of the changes are, with a slash at the end."""
    releases: list[Release]
    """Feature releases, oldest first."""
    tables: dict[str, Any]
    """Every list, name, limit and expression by which a project is read. They are in force with the file."""
    changes: list[RuledChangeRow]
    """Every change that forces work."""
    imports: dict[Release, dict[str, GoneRow]]
    """By release, the names that the one before has and it has not, as far as no rule of a change finds them."""
