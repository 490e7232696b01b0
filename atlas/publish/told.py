"""What a change makes Django say, as `explain` needs it to know the message again in the log of another project.

Another project has other names. What is kept of a text are the names that the change is about, and the words around
all names.
"""

import builtins
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from atlas.facts.proofs import PageProof
from atlas.records.change import Change
from atlas.words.pasted import Told, exception_name, names_in, words_in

#: Exceptions that any program raises: their texts belong to nobody, but for the names in them.
ANYBODYS: Final = frozenset(
    {
        *(
            name
            for name, one in vars(builtins).items()
            if isinstance(one, type) and issubclass(one, Exception)
        ),
        *(
            "DataError",
            "IntegrityError",
            "OperationalError",
            "ProgrammingError",
            "DoesNotExist",
            "JSONDecodeError",
        ),
    }
    - {"DeprecationWarning", "PendingDeprecationWarning", "RuntimeWarning"}
)
#: Those of them that Django raises with sentences of its own.
WORDY: Final = frozenset({"ValueError", "TypeError", "RuntimeError"})
#: Words of Python's own sentences, which tell nothing.
PYTHONS: Final = frozenset(
    re.findall(
        r"\w+",
        "an argument arguments attribute but cannot directory file from given got has import is keyword missing module"
        " name named no object or positional required such takes the unexpected were",
    )
)
#: Which name of a text is the one that is missing: of no use is a message in which that is somebody else's.
MISSED: Final = {"AttributeError": -1, "ImportError": 0}
#: So many words of a text tell it from others where no name does; twice as many where any program raises the like.
ENOUGH: Final = 4
FILE: Final = re.compile(r"\.(?:css|html|js|py|txt)$")
CODE_SPAN: Final = re.compile(r"`([^`]+)`")
#: A keyword may be a whole message.
RAISED: Final = re.compile(r"(?P<category>\w+(?:Error|Exception|Warning)): (?P<text>.+)")


class Text(NamedTuple):
    """A message. category: empty where only the words are known."""

    category: str
    words: str


def told(change: Change, proof: PageProof) -> list[Told]:
    """The messages of a change that tell it from others, each once."""
    own = frozenset(_own(change))
    recorded = {text: _told(text, own) for text in _recorded(proof)}
    anybodys = [words_in(text.words) for text, found in recorded.items() if found is None]
    written = [
        _told(text, own)
        for text in _written(change)
        if not any(words_in(text.words) <= words for words in anybodys)
    ]
    return list({repr(one): one for one in (*recorded.values(), *written) if one}.values())


def _told(text: Text, own: frozenset[str]) -> Told | None:
    """What is kept of a message; None if it may be about anything."""
    parts = [name.split(".") for name in names_in(text.words)]
    names = sorted({part for all_parts in parts for part in all_parts if part in own})
    words = words_in(text.words)
    if text.category in MISSED and not (parts and own.intersection(parts[MISSED[text.category]])):
        return None
    if not words and len(names) < 2:
        return None
    if not names:
        if text.category in ANYBODYS - WORDY:
            return None
        if len(words - PYTHONS) < ENOUGH * (2 if text.category in ANYBODYS else 1):
            return None
    return {"category": text.category, "names": names, "words": sorted(words)}


def _recorded(proof: PageProof) -> Iterator[Text]:
    for sample in proof.samples.values():
        for result in sample.results:
            for message in result.messages:
                yield Text(message.category, message.text)
            if result.error:
                yield Text(exception_name(result.error.type), result.error.text)


def _written(change: Change) -> Iterator[Text]:
    for keyword in change.keywords:
        raised = RAISED.fullmatch(keyword)
        yield Text(raised["category"], raised["text"]) if raised else Text("", keyword)


def _own(change: Change) -> Iterator[str]:
    """The names that the change is about, without the modules around them."""
    for symbol in change.symbols:
        yield symbol.rpartition(".")[2]
    spans = CODE_SPAN.findall(f"{change.title} {change.summary}")
    for text in (*spans, *(word for rule in change.detect for word in rule.words)):
        yield from (
            name.rpartition(".")[2] for name in re.findall(r"[\w.]{3,}", text) if not FILE.search(name)
        )
