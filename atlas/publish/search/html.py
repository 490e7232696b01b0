"""A built page to its sections: the words below each heading, without furniture."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

#: Nothing inside these is read: furniture, pictures (their table stands beside them) and code that runs.
SKIPPED = frozenset({"script", "style", "svg", "nav", "form", "button", "template", "noscript", "footer"})
HEADINGS = frozenset({"h1", "h2", "h3"})
#: Elements that do not end a word.
INLINE = frozenset(
    {"a", "abbr", "b", "code", "em", "i", "mark", "span", "strong", "sub", "sup", "time", "wbr"}
)
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


@dataclass
class Section:
    """The words from one heading to the next. The first one of a page has no anchor."""

    anchor: str = ""
    title: str = ""
    text: str = ""


@dataclass
class PageText:
    """What a built page says: its description for result lists, words to find it by, and its sections in order."""

    description: str = ""
    keywords: str = ""
    sections: list[Section] = field(default_factory=list)


def read_html(html: str) -> PageText:
    """The sections of a page's first `<article>`; none where there is no article (a redirect).

    Left out: `data-search-exclude` and everything in `SKIPPED`, and the `¶` behind a heading.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for section in reader.page.sections:
        section.title, section.text = (" ".join(value.split()) for value in (section.title, section.text))
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PageText()
        self.articles = 0
        self.in_heading = False
        self.skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("name") == "description":
            self.page.description = given.get("content") or ""
        if tag == "meta" and given.get("name") == "keywords":
            self.page.keywords = given.get("content") or ""
        if self.articles:
            self.articles += tag == "article"
            self._inside(tag, given)
        elif tag == "article" and not self.page.sections:
            self.articles = 1
            self.page.sections.append(Section())

    def _inside(self, tag: str, given: dict[str, str | None]) -> None:
        if self.skipping or tag in SKIPPED or _is_excluded(given):
            if tag not in VOID:
                self.skipping.append(tag)
        elif tag == "h1":
            self.in_heading = True
        elif tag in HEADINGS and given.get("id"):
            self.in_heading = True
            self.page.sections.append(Section(anchor=given["id"] or ""))
        elif tag not in INLINE:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        self.articles -= tag == "article" and self.articles > 0
        if self.skipping:
            self._leave(tag)
        elif tag in HEADINGS:
            self.in_heading = False
        elif tag not in INLINE:
            self._add(" ")

    def _leave(self, tag: str) -> None:
        if tag in self.skipping:
            # Elements whose end tag HTML lets out (`<p>`, `<li>`) end with the one around them.
            while self.skipping.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self._add(data)

    def _add(self, text: str) -> None:
        if not self.articles:
            return
        section = self.page.sections[-1]
        if self.in_heading:
            section.title += text
        else:
            section.text += text


def _is_excluded(given: dict[str, str | None]) -> bool:
    return "data-search-exclude" in given or "headerlink" in (given.get("class") or "").split()
