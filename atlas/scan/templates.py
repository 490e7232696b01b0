"""What one pass over a Django template collects, by the rules of Django's own lexer.

Source: django/template/base.py (`Lexer`), django/template/defaulttags.py (`comment`, `verbatim`, `load`)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from atlas.scan.tables import Tables

NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass
class TemplateFacts:
    """Names with the offset at which each stands; `code`: the text with what Django passes over blanked."""

    #: Name, offset of the tag.
    tags: list[tuple[str, int]] = field(default_factory=list)
    filters: list[tuple[str, int]] = field(default_factory=list)
    #: Library, offset of the tag.
    loads: list[tuple[str, int]] = field(default_factory=list)
    #: Name, what stands before its dot, offset.
    attributes: list[tuple[str, str, int]] = field(default_factory=list)
    code: str = ""


def read(text: str, tables: Tables) -> TemplateFacts:
    r"""The facts of a template. text: with `\n` for every end of line."""
    facts = TemplateFacts()
    blanks: list[tuple[int, int]] = []
    comment = -1
    last = 0
    for token, start, end in _tokens(text, blanks, tables):
        content = token[2:-2].strip()
        if comment >= 0:
            if token[1] == "%" and content == "endcomment":
                blanks.append((comment, start))
                comment = -1
        elif token[1] == "#":
            blanks.append((start, end))
        else:
            _token(facts, token, start, tables)
            if token[1] == "%" and content.split()[:1] == ["comment"]:
                comment = end
        last = end
    if comment >= 0:
        blanks.append((comment, max(last, len(text))))
    facts.code = _blanked(text, blanks)
    return facts


def _tokens(text: str, blanks: list[tuple[int, int]], tables: Tables) -> Iterator[tuple[str, int, int]]:
    """Tags, variables and comments, but nothing between `verbatim` and its end, which goes to `blanks`."""
    ends_with, since = "", 0
    for token, start in _pieces(text, tables.template_tokens):
        content = token[2:-2].strip() if token[1] == "%" else ""
        if ends_with:
            if content != ends_with:
                continue
            blanks.append((since, start))
            ends_with = ""
        elif content[:9] in ("verbatim", "verbatim "):
            ends_with, since = f"end{content}", start + len(token)
        yield token, start, start + len(token)
    if ends_with:
        blanks.append((since, len(text)))


def _pieces(text: str, ends: dict[str, str]) -> Iterator[tuple[str, int]]:
    r"""As an expression of `\{%.*?%\}` would find them, but in one pass: each end is looked for once."""
    next_ = dict.fromkeys((*ends.values(), "\n"), -1)

    def following(mark: str, at: int) -> int:
        if next_[mark] < at:
            found = text.find(mark, at)
            next_[mark] = len(text) if found < 0 else found
        return next_[mark]

    at = text.find("{")
    while at >= 0:
        mark = ends.get(text[at : at + 2], "")
        end = following(mark, at + 2) if mark else len(text)
        whole = end < len(text) and following("\n", at) > end
        if whole:
            yield text[at : end + 2], at
        at = text.find("{", end + 2 if whole else at + 1)


def _token(facts: TemplateFacts, token: str, at: int, tables: Tables) -> None:
    words = token[2:-2].split()
    if token[1] == "%" and words:
        facts.tags.append((words[0], at))
        if words[0] == "load":
            names = words[-1:] if "from" in words[1:-1] else words[1:]
            facts.loads += [(name, at) for name in names]
        if words[0] == "filter" and len(words) > 1:
            name = words[1].split("|")[0].split(":")[0]
            facts.filters.append((name, at + token.index(name, token.index("filter") + 6)))
    for part in tables.template_part.finditer(token):
        if part[1]:
            facts.filters.append((part[1], at + part.start(1)))
        elif part[3]:
            facts.attributes.append((part[3], part[2], at + part.start(3)))


def _blanked(text: str, blanks: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in sorted(blanks):
        if end > at:
            pieces += [text[at : max(at, start)], NOT_NEWLINE.sub(" ", text[max(at, start) : end])]
            at = end
    return "".join([*pieces, text[at:]])
