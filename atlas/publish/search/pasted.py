"""What the search knows about pasted messages, and what it says of those that no page knows."""

from typing import Any, Final

from atlas.words.pasted import pasted_data

#: `#` is a number. unknown: of one message and of several. advice: below it. near: where other pages follow.
#: line, times: behind each of several messages.
WORDS: Final = {
    "unknown": {
        "one": "No page here knows this message",
        "other": "No page here knows these # messages",
    },
    "advice": "Behind this link are all messages that were recorded.",
    "near": "The pages below have only some of its words.",
    "line": "line #",
    "times": "# times",
}


def pasted_constants(flat: bool) -> dict[str, Any]:
    """The data of the scripts of the search: expressions of `atlas.words.pasted`, sentences, and where the list is."""
    page = "reference/messages.html" if flat else "reference/messages/"
    return {**pasted_data(), "words": {**WORDS, "location": page}}
