r"""Regular expressions of rules: what Python and JavaScript read alike, or the browser's scanner can rewrite.

`docs/assets/javascripts/scan/engine/expressions.js` rewrites `\s`, `.`, `^` and `$`, which both have, with another
meaning.
Sources: https://docs.python.org/3/library/re.html, https://tc39.es/ecma262/#sec-patterns
"""

import re

TOKEN = re.compile(
    r"""(?P<escape>\\.) | (?P<set>\[\^?(?:\\.|[^\]\\])*\]) | (?P<open>\((?:\?(?:[:=!]|<[=!])?)?) | (?P<close>\))
      | (?P<other>[*+?}]\+ | \{,) | .""",
    re.VERBOSE | re.DOTALL,
)
#: Letters after a backslash. `\1` is missing: of a group that took no part, the one fails and the other goes on.
ESCAPES = frozenset("abBdDfnrsStuvwWx")
ESCAPES_IN_SET = ESCAPES - set("BS")
ANYTHING = ("[\\s\\S]", "[\\S\\s]")
QUANTIFIERS = ("*", "+", "?", "{")


def not_shared(pattern: str) -> str:
    """The first piece of a valid expression that only Python understands so; nothing if there is none."""
    looks: list[bool] = []
    for token in TOKEN.finditer(pattern):
        text, kind = token[0], token.lastgroup
        if kind == "open":
            looks.append(text[-1] in "=!")
        looked = kind == "close" and bool(looks) and looks.pop()
        foreign = {
            "escape": kind == "escape" and not _same_escape(text, ESCAPES),
            "set": kind == "set" and not _same_set(text),
            "open": text == "(?",
            "close": looked and pattern[token.end() :].startswith(QUANTIFIERS),
        }
        if kind == "other" or foreign.get(kind or ""):
            return text
    return ""


def _same_escape(text: str, letters: frozenset[str]) -> bool:
    return text[1] in letters if text[1].isalnum() else text[1].isascii()


def _same_set(text: str) -> bool:
    inside = text[1:-1].removeprefix("^")
    escapes = re.findall(r"\\.", inside, re.DOTALL)
    plain = bool(inside) and not inside.startswith("[")
    return text in ANYTHING or (plain and all(_same_escape(escape, ESCAPES_IN_SET) for escape in escapes))
