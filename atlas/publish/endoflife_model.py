"""The shapes of endoflife.date's API, v0 and v1, as far as they say something of Django.

Source: https://endoflife.date/docs/api/v1/
"""

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, RootModel
from pydantic.alias_generators import to_camel

from atlas.publish.models import Day, Url, Version

#: Of the API whose fields these are.
API_VERSION: Final = "1.1.0"

Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]


class Row(BaseModel):
    """An object of these files. The text below a field is its description."""

    model_config = ConfigDict(
        extra="forbid", use_attribute_docstrings=True, alias_generator=to_camel, populate_by_name=True
    )


class Cycle(Row):
    """One feature release, as v0 has it."""

    cycle: str
    """Its number."""
    release_date: Day
    """When it came out."""
    support: Day
    """The last day of its bug fixes."""
    eol: Day
    """The last day of its security fixes."""
    latest: Version
    """The newest release of its series."""
    latest_release_date: Day
    """When that came out."""
    link: Url
    """Django's notes on that."""
    lts: bool
    """Whether it has long-term support."""


class Latest(Row):
    """The newest release of a series."""

    name: Version
    """Its number."""
    date: Day
    """When it came out."""
    link: Url
    """Django's notes on it."""


class Release(Row):
    """One feature release, as v1 has it. What begins with `is` holds on the day of `generated_at`."""

    name: str
    """Its number."""
    codename: None
    """Django gives none."""
    label: str
    """Its number, and whether it is an LTS release."""
    release_date: Day
    """When it came out."""
    is_lts: bool
    """Whether it has long-term support."""
    lts_from: None
    """Long-term support begins with the release."""
    is_eoas: bool
    """Whether bug fixes are over."""
    eoas_from: Day
    """The last day of its bug fixes."""
    is_eol: bool
    """Whether security fixes are over."""
    eol_from: Day
    """The last day of its security fixes."""
    is_maintained: bool
    """Whether it gets fixes of any sort."""
    latest: Latest
    """The newest release of its series."""
    custom: None
    """There are no fields but these."""


class Identifier(Row):
    """A name that other catalogs have for the product."""

    id: str
    """The name."""
    type: str
    """The sort of name."""


class Labels(Row):
    """What the phases of support are called."""

    eoas: str
    """Before the end of bug fixes."""
    discontinued: None
    """There is no such phase."""
    eol: str
    """Before the end of security fixes."""
    eoes: None
    """There is no such phase."""


class Links(Row):
    """Where to read more."""

    icon: None
    """There is none."""
    html: Url
    """The page of all releases."""
    release_policy: Url
    """Django's own page of supported versions."""


class Summary(Row):
    """The product in a list of products."""

    name: str
    """`django`."""
    aliases: list[str]
    """Other names."""
    label: str
    """What people call it."""
    category: str
    """What sort of product it is."""
    tags: list[str]
    """The category, as there is no other product here."""
    uri: Url
    """Where all of it is."""


class Product(Row):
    """The product with its releases."""

    name: str
    """`django`."""
    aliases: list[str]
    """Other names."""
    label: str
    """What people call it."""
    category: str
    """What sort of product it is."""
    tags: list[str]
    """The category, as there is no other product here."""
    version_command: str
    """What prints the installed version."""
    identifiers: list[Identifier]
    """Names in other catalogs."""
    labels: Labels
    """What the phases of support are called."""
    links: Links
    """Where to read more."""
    releases: list[Release]
    """Newest first."""


class Uri(Row):
    """A link to a list."""

    name: str
    """What it is a list of."""
    uri: Url
    """Where it is."""


class Answer(BaseModel):
    """What every answer of v1 begins with."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    schema_version: str = API_VERSION
    """Of endoflife.date's API whose fields these are."""
    generated_at: Moment
    """The day of the build, for which `is…` was computed."""


class ProductAnswer(Answer):
    """What v1 says of the product."""

    last_modified: Moment
    """The day of the build."""
    result: Product
    """The product."""


class ReleaseAnswer(Answer):
    """What v1 says of one release."""

    result: Release
    """The release."""


class ListAnswer(Answer):
    """A list of v1."""

    total: int
    """How many there are."""
    result: list[Uri] | list[Summary] | list[Product]
    """What is listed."""


class CyclesFile(RootModel[list[Cycle]]):
    """v0's list of feature releases, newest first."""
