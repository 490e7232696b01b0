"""In which series something stands, as short text: `2.2-3.2,4.1-`, open where it goes on to the newest.

Open ends keep `data/` still: when a series is added, only what it lacks or brings is written anew.
"""

from collections.abc import Collection, Sequence


def to_text(present: Collection[str], series: Sequence[str]) -> str:
    """The spans that cover `present`. series: all of them, oldest first."""
    spans: list[tuple[str, str]] = []
    previous = ""
    for one in series:
        if one in present and spans and spans[-1][1] == previous:
            spans[-1] = (spans[-1][0], one)
        elif one in present:
            spans.append((one, one))
        previous = one
    return ",".join(_span(first, last, series[-1]) for first, last in spans)


def _span(first: str, last: str, newest: str) -> str:
    if last == newest:
        return f"{first}-"
    return first if first == last else f"{first}-{last}"


def from_text(text: str, series: Sequence[str]) -> frozenset[str]:
    """The series that spans cover. Errors: ValueError for a series that is not among `series`."""
    found: set[str] = set()
    for span in text.split(","):
        first, dash, last = span.partition("-")
        start = series.index(first)
        stop = series.index(last or (series[-1] if dash else first))
        found.update(series[start : stop + 1])
    return frozenset(found)
