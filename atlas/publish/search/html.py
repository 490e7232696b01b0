"""A built page to its sections: the words below each heading, without furniture."""

from dataclasses import dataclass, field
from html import unescape

from atlas.words.html_tags import attributes, tags

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
class PageSection:
    """The words from one heading to the next. The first one of a page has no anchor."""

    anchor: str = ""
    title: str = ""
    text: str = ""


@dataclass
class PageText:
    """What a built page says: its description for result lists, words to find it by, and its sections in order."""

    description: str = ""
    keywords: str = ""
    sections: list[PageSection] = field(default_factory=list)


def read_html(html: str) -> PageText:
    """The sections of a page's first `<article>`; none where there is no article (a redirect).

    Left out: `data-search-exclude` and everything in `SKIPPED`, and the `¶` behind a heading.
    """
    reader = _Reader()
    end = 0
    for tag in tags(html):
        reader.text(html[end : tag.start])
        end = tag.stop
        if not tag.name or tag.text is not None:
            continue
        if tag.is_end:
            reader.end(tag.name)
        else:
            reader.start(tag.name, tag.given)
    reader.text(html[end:])
    return reader.page()


class _Reader:
    def __init__(self) -> None:
        self.meta: dict[str, str] = {}
        #: Anchor, pieces of the title, pieces of the text.
        self.sections: list[tuple[str, list[str], list[str]]] = []
        self.articles = 0
        self.in_heading = False
        self.skipping: list[str] = []

    def start(self, tag: str, given: str) -> None:
        if tag == "meta":
            said = attributes(given)
            self.meta[said.get("name", "")] = said.get("content", "")
        if self.articles:
            self.articles += tag == "article"
            self._inside(tag, given)
        elif tag == "article" and not self.sections:
            self.articles = 1
            self._begin("")

    def _begin(self, anchor: str) -> None:
        self.sections.append((anchor, [], []))

    def _inside(self, tag: str, given: str) -> None:
        if self.skipping or tag in SKIPPED or _is_excluded(given):
            if tag not in VOID:
                self.skipping.append(tag)
        elif tag == "h1":
            self.in_heading = True
        elif tag in HEADINGS and (anchor := attributes(given).get("id")):
            self.in_heading = True
            self._begin(anchor)
        elif tag not in INLINE:
            self._add(" ")

    def end(self, tag: str) -> None:
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

    def text(self, text: str) -> None:
        if not self.skipping:
            self._add(text)

    def _add(self, text: str) -> None:
        if self.articles:
            _, title, words = self.sections[-1]
            (title if self.in_heading else words).append(text)

    def page(self) -> PageText:
        description, keywords = (self.meta.get(name, "") for name in ("description", "keywords"))
        sections = [PageSection(anchor, _words(title), _words(text)) for anchor, title, text in self.sections]
        return PageText(description, keywords, sections)


def _words(pieces: list[str]) -> str:
    return " ".join(unescape("".join(pieces)).split())


def _is_excluded(given: str) -> bool:
    if "data-search-exclude" not in given and "headerlink" not in given:
        return False
    said = attributes(given)
    return "data-search-exclude" in said or "headerlink" in said.get("class", "").split()
