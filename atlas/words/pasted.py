"""The messages in what somebody pastes: the end of a test run, a log, a report of checks, a page that Django drew.

The expressions are decided here, in what Python and JavaScript both read. `pasted_data` gives them to the search, where
`search/pasted.js` does what `messages_in` does; tests compare the two over the same blocks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple, TypedDict

#: Colors of a terminal.
COLOR: Final = r"\x1b\[[0-9;]*[A-Za-z]"
#: What programs write before each line. One blank behind it goes, too: indentation says what belongs to a traceback.
PREFIXES: Final = (
    r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z| ?[+-]\d\d:?\d\d)?\]? ?",
    r"\[\d\d/[A-Z][a-z]{2}/\d{4}[ :]\d\d:\d\d:\d\d(?: [+-]\d{4})?\] ?",
    r"[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [\w./-]+(?:\[\d+\])?: ?",
    r"(?:stdout|stderr) [FP] ",
    r"\w[\w.-]*\[[\w.-]+\]: ?",
    r"\w[\w.-]* *\| ?",
    r"\[(?:\d+|DEBUG|INFO|WARNING|ERROR|CRITICAL)\] ?",
    r"E {3}",
)
#: Exceptions whose names do not end like those of others.
NAMED: Final = (
    r"ImproperlyConfigured|AppRegistryNotReady|NoReverseMatch|TemplateDoesNotExist|MultipleObjectsReturned"
    r"|\w*DoesNotExist|PermissionDenied|Suspicious\w+|Disallowed\w+|SynchronousOnlyOperation|TooMany\w+"
    r"|RequestDataTooBig|BadSignature|SignatureExpired|EmptyResultSet|FullResultSet|BadRequest|BadMigration"
    r"|SessionInterrupted|DatabaseOperationForbidden|UnrecognizedArchiveFormat"
)
RAISED: Final = rf"(?:(?:\w+\.)*(?:[A-Z]\w*(?:Error|Exception|Warning)|{NAMED})|(?:[a-z_]\w*\.)+[A-Z]\w+)"
#: What is said at the top of a page that Django draws, it says again in the lines below.
NEAR: Final = r"(?:[^\n]*\n){0,20}"
#: The forms of messages, each with a group `text`, and `category` where there is one. What an earlier form has found is
#: blank for those after it.
FORMS: Final = (
    # Django's page for errors: what is above its table, or the table
    rf"^(?P<category>{RAISED}) at /[^\n]*\n+(?=\S)(?!{NEAR}Exception Type:)(?P<text>[^\n]+)",
    r"^Exception Type:\s*(?P<category>[\w.]+)[^\n]*\n\s*Exception Value:\s*(?P<text>\S[^\n]*)",
    # the page for a refused form
    rf"^(?P<text>CSRF verification failed\. Request aborted\.)(?![^\n]*\n{NEAR}Reason given for failure:)",
    r"^Reason given for failure:\s*(?P<text>\S[^\n]*)",
    # lines of a log
    r"^[^\n]*?\b(?:Forbidden|Bad Request) \((?P<text>[^\n]+)\): /[^\n]*",
    r"^[^\n]*?\b(?P<text>Method Not Allowed \([A-Z]+\): [^\n]+)",
    r"^[^\n]*?\b(?P<text>Invalid HTTP_HOST header: [^\n]+)",
    # system checks, warnings, pytest's last lines
    r"^[^\n()]*\((?P<category>\w+\.[A-Z]\d{3})\) (?P<text>[^\n]+)",
    r"^[^\n]*?:\d+: (?P<category>(?:\w+\.)*\w*Warning): (?P<text>[^\n]+)",
    rf"^(?:FAILED|ERROR) \S[^\n]*? - (?P<category>{RAISED})(?:: (?P<text>[^\n]*))?$",
    # tracebacks, and what was cut off from one
    r"^Traceback \(most recent call last\):[^\n]*\n(?:[ \t][^\n]*\n|\n)*"
    r"(?P<category>\w+(?:\.\w+)*)(?:: (?P<text>[^\n]*))?$",
    rf"^[ \t]*(?P<category>{RAISED}): (?P<text>[^\n]+)",
)
#: So many characters are looked through at a time: a log may have twenty million.
PIECE: Final = 1 << 18
#: A text that only says that the messages follow.
OVERTURE: Final = r"^(?:SystemCheckError: )?System check identified |^Failed to import test module: "

#: In a message: what stands in quotes, and what is called or has dots, is a name; the rest are words.
NAME: Final = (
    r"'([^']*)'|\"([^\"]*)\"|\b(\w+(?:\.\w+)+)|\b(\w+)\(\)|\b([A-Z]+(?:_[A-Z0-9]+)+|[A-Z][a-z]+[A-Z]\w*)\b"
)


class Told(TypedDict):
    """What is kept of a message that a change is known by, to know it again where projects have other names.

    category: as in Pasted; empty where any will do. names: all must be there. words: most must be.
    """

    category: str
    names: list[str]
    words: list[str]


class Pasted(NamedTuple):
    """A message. category: an exception or a warning without its module, or the id of a system check; may be empty.

    text: on one line; may be empty. times: how often it was said. line: where first, from 1.
    """

    category: str
    text: str
    times: int
    line: int


class _Said(NamedTuple):
    """In which line a message was said first, and how often in each form."""

    line: int
    by_form: dict[int, int]


def messages_in(block: str) -> list[Pasted]:
    """All messages of a block, each once, in the order in which they come."""
    said: dict[tuple[str, str], _Said] = {}
    line = 1
    for piece in _pieces(cleaned(block)):
        _collect(piece, line, said)
        line += piece.count("\n")
    # One program may say a thing in two forms: pytest where a test fails, and again in its last lines.
    found = [Pasted(*key, max(one.by_form.values()), one.line) for key, one in said.items()]
    texts: dict[str, list[str]] = {}
    for one in sorted(found):
        texts.setdefault(one.category, []).append(one.text)
    return [one for one in found if not _is_cut(one.text, texts[one.category])]


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that end with an empty line where there is one, or else with a line."""
    begin = 0
    while begin < len(text):
        end = begin + PIECE
        if end < len(text):
            cuts = (text.rfind(mark, begin, end) + len(mark) for mark in ("\n\n", "\n"))
            end = next((cut for cut in cuts if cut > begin + 1), end)
        yield text[begin:end]
        begin = end


def _collect(piece: str, line: int, said: dict[tuple[str, str], _Said]) -> None:
    """Add the messages of a piece, which begins in a line, to those that were said before."""
    at = 0
    for start, form, category, text in sorted(_found(piece)):
        line += piece.count("\n", at, start)
        at = start
        by_form = said.setdefault((category, text), _Said(line, {})).by_form
        by_form[form] = by_form.get(form, 0) + 1


def cleaned(block: str) -> str:
    """A block without colors and without what programs write before each line."""
    lines = re.split(r"\r\n?|\n", re.sub(COLOR, "", block))
    return "\n".join(_bare(line) for line in lines)


def _bare(line: str) -> str:
    return re.sub(rf"^(?:{'|'.join(PREFIXES)})+", "", line, flags=re.ASCII)


def _found(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where each message begins, the number of its form, and what it says."""
    for number, form in enumerate(FORMS):
        matcher = re.compile(form, re.MULTILINE | re.ASCII)
        for match in matcher.finditer(text):
            groups = match.groupdict()
            category, said = groups.get("category") or "", " ".join((groups["text"] or "").split())
            if not re.match(OVERTURE, said):
                yield match.start(), number, exception_name(category), said
        text = matcher.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def exception_name(category: str) -> str:
    """An exception without its module; the id of a check as it is."""
    return category if re.search(r"\.[A-Z]\d{3}$", category) else category.rpartition(".")[2]


def _is_cut(text: str, texts: list[str]) -> bool:
    """Whether a text is the beginning of another. texts: all of its category, in order."""
    begun = re.sub(r"(?:\.\.\.|…)$", "", text)
    first = bisect_left(texts, begun)
    return any(other != text and other.startswith(begun) for other in texts[first : first + 2])


def names_in(text: str) -> list[str]:
    """The names in a message: in quotes, with dots or brackets, of settings and of classes."""
    return ["".join(groups) for groups in re.findall(NAME, text)]


def words_in(text: str) -> frozenset[str]:
    """The words around the names, in lower case, without paths and numbers."""
    bare = re.sub(r"\([^()\s]*/[^()\s]*\)|<[^<>]*>", " ", re.sub(NAME, " ", text))
    return frozenset(re.findall(r"[a-z]{2,}", bare.lower()))


def pasted_data() -> dict[str, object]:
    """The expressions, as JavaScript writes them."""
    return {
        "color": COLOR,
        "prefixes": "|".join(PREFIXES),
        "forms": [form.replace("(?P<", "(?<") for form in FORMS],
        "overture": OVERTURE,
        "piece": PIECE,
    }
