"""One thing that the search box can find. The fields are told apart so that a hit in a name counts for more."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Entry:
    """A change page, another page, or a section of one. Every field is plain text; empty where there is nothing.

    location: relative to the site's root, with `#anchor` for a section. page: the title of the page that a
    section stands on. release, kind and its label: as the result shows them. names: symbols, settings and
    template tags. numbers: tickets and CVEs. messages: recorded warnings and errors, one a line.
    """

    location: str
    title: str
    page: str = ""
    release: str = ""
    kind: str = ""
    label: str = ""
    impact: str = ""
    summary: str = ""
    names: str = ""
    numbers: str = ""
    keywords: str = ""
    messages: str = ""
    facts: str = ""
    text: str = ""

    def row(self) -> dict[str, str]:
        """The fields that say something, in order: what is written to the index. A title is always there."""
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in pairs if value or name == "title"}
