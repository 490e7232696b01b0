"""The sentences at the top of a release page on a given day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from atlas.decide.support import Window, move_to
from atlas.facts.addresses import DOWNLOAD
from atlas.words.dates import long_ago


@dataclass(frozen=True)
class Part:
    """A run of text; a link where it names a release of this site or an address elsewhere."""

    text: str
    release: str = ""
    url: str = ""


@dataclass(frozen=True)
class Banner:
    """A headline and the text after it, in parts."""

    status: str
    headline: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The parts as one text."""
        return "".join(part.text for part in self.parts)


def banner(window: Window, known: dict[str, Window], today: date) -> Banner:
    """What to know about a release before anything else, on a given day."""
    status = window.status(today)
    draw = {"planned": _planned, "bug-fixes": _bug_fixes, "security": _security}
    if status in draw:
        headline, text = draw[status](window, today)
        return Banner(status, headline, (Part(text),))
    end = window.security_fixes_end
    years = long_ago(end, today)
    start = f"Its last security fixes ended {end.placed}{', ' + years if years else ''}. "
    headline = f"{window.name} is no longer supported."
    return Banner(status, headline, (Part(start), *_advice(move_to(window.release, known, today))))


def destinations(targets: list[Window]) -> str:
    """Where to move, in few words: `5.2 LTS or 6.1`."""
    return " or ".join(target.label for target in targets) or "no release that this page knows"


def _planned(window: Window, today: date) -> tuple[str, str]:
    bugs, security = window.bug_fixes_end, window.security_fixes_end
    if window.released.over(today):
        return (
            f"{window.name} was planned for {window.released.text}.",
            "This page was made before it came out.",
        )
    return (
        f"{window.name} is planned for {window.released.text}.",
        f"Bug fixes are to end {bugs.placed}, security fixes {security.placed}.",
    )


def _bug_fixes(window: Window, today: date) -> tuple[str, str]:
    bugs, security = window.bug_fixes_end, window.security_fixes_end
    return (
        f"{window.name} is supported.",
        f"Bug fixes end {bugs.placed}, security fixes {security.placed}.",
    )


def _security(window: Window, today: date) -> tuple[str, str]:
    bugs, security = window.bug_fixes_end, window.security_fixes_end
    return (
        f"{window.name} gets security fixes only.",
        f"Bug fixes ended {bugs.placed}; security fixes end {security.placed}.",
    )


def _advice(targets: list[Window]) -> Iterable[Part]:
    """`Move to A, the newest LTS release (security fixes until …), or to B, the newest release (…).`"""
    if not targets:
        yield Part("No newer release that this page knows is supported either: see ")
        yield Part("Django's download page", url=DOWNLOAD)
        yield Part(".")
        return
    yield Part("Move to ")
    for place, target in enumerate(targets):
        if place:
            yield Part(", or to ")
        yield Part(target.name, release=target.release)
        newest = place == len(targets) - 1
        role = "the newest release" if newest else "the newest LTS release"
        yield Part(f", {role} (security fixes until {target.security_fixes_end.text})")
    yield Part(".")
