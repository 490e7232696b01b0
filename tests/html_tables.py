"""HTML as a reader meets it: tables with caption, header and rows of text, and the text of a page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Table:
    """One table. `scopes` counts header cells by their `scope` (empty where there is none)."""

    caption: str = ""
    header: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    scopes: list[str] = field(default_factory=list)
    classes: str = ""
    region: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self.inside: list[str] = []
        self.region = ""
        self.cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "div" and given.get("role") == "region":
            self.region = given.get("aria-label", "") if given.get("tabindex") == "0" else ""
        elif tag == "table":
            self.tables.append(Table(classes=given.get("class", ""), region=self.region))
            self.region = ""
        elif tag in ("thead", "tbody"):
            self.inside.append(tag)
        elif tag == "tr" and "tbody" in self.inside:
            self.tables[-1].rows.append([])
        elif tag in ("th", "td", "caption") and self.tables:
            self.cell = []
            if tag == "th":
                self.tables[-1].scopes.append(given.get("scope", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("thead", "tbody"):
            self.inside.remove(tag)
        if tag not in ("th", "td", "caption") or self.cell is None:
            return
        text, table = " ".join("".join(self.cell).split()), self.tables[-1]
        self.cell = None
        if tag == "caption":
            table.caption = text
        elif "tbody" in self.inside:
            table.rows[-1].append(text)
        else:
            table.header.append(text)

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            self.cell.append(data)


def tables(html: str) -> list[Table]:
    """Every table of a piece of HTML, in order."""
    reader = _Reader()
    reader.feed(html)
    return reader.tables


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text(html: str) -> str:
    """All text of a piece of HTML, white space collapsed."""
    reader = _Text()
    reader.feed(html)
    return " ".join("".join(reader.parts).split())
