"""The text of a page with everything blanked that is no prose: fences, code in a line, comments, macros."""

import re
from dataclasses import dataclass

from atlas.records.pages import Page

#: Code in a line; in a paragraph it may go on over the end of a line. A sign with a backslash before it is a sign.
NO_PROSE = re.compile(
    r"\\[`\[\]<]|(?<!`)(?P<marks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=marks)(?!`)|<!--.*?-->",
    re.S,
)
MACRO = re.compile(r"\[\[\[.*?\]\]\]|\[\[%.*?%\]\]|\[\[#.*?#\]\]", re.S)
SIGN = re.compile(r"[^\n]")


@dataclass(frozen=True)
class ProseText:
    """text: as long as the page's body, prose alone; first: the line on which the body begins."""

    text: str
    first: int

    def line(self, offset: int) -> int:
        """The line of the page on which something in the text stands."""
        return self.first + self.text.count("\n", 0, offset)


def prose_text(page: Page, macros: bool = False) -> ProseText:
    """Blank what is no prose; lines stay where they are. macros: keep macros."""
    lines = [""] * (page.body.count("\n") + 1)
    for number, line in page.prose:
        lines[number - page.body_line] = line
    text = NO_PROSE.sub(_blank, "\n".join(lines))
    if not macros:
        text = MACRO.sub(_blank, text)
    return ProseText(text, page.body_line)


def _blank(found: re.Match[str]) -> str:
    return SIGN.sub(" ", found[0]) if "\n" in found[0] else " " * len(found[0])
