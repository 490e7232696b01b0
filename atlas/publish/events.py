"""What happens to Django's releases, by day: they come out, are patched, and stop getting fixes."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.decide.support import Window, windows
from atlas.facts.django import Facts
from atlas.words.dates import When
from atlas.words.versions import feature_release


@dataclass(frozen=True)
class Event:
    """One thing on one day, or in one month where no day is named.

    id: stays the same as long as the event means the same; url: the page to read.
    """

    id: str
    when: When
    title: str
    text: str
    url: str


def patches(facts: Facts, site_url: str) -> list[Event]:
    """Every patch release, oldest first. site_url: the address of the hosted site, with a slash at its end."""
    return [_patch(facts, version, site_url) for version in facts.patches]


def support(facts: Facts, site_url: str) -> list[Event]:
    """Feature releases and the ends of their support, planned ones too, oldest release first.

    site_url: the address of the hosted site, with a slash at its end.
    """
    found: list[Event] = []
    for window in windows(facts).values():
        found += _support(window, f"{site_url}releases/{window.release}/")
    return found


def _patch(facts: Facts, version: str, site_url: str) -> Event:
    patch = facts.patches[version]
    fixes = f"fixes {', '.join(patch.cves)}" if patch.cves else "fixes bugs"
    if patch.security and not patch.cves:
        fixes = "completes an earlier security fix"
    title = f"Django {version} {'is a security release' if patch.security else 'is out'}"
    url = f"{site_url}releases/{feature_release(version)}/{version}/"
    return Event(f"patch/{version}", When.parse(patch.date), title, f"It {fixes}.", url)


def _support(window: Window, url: str) -> Iterator[Event]:
    release, name = window.release, window.name
    word = "planned to come out" if window.planned else "out"
    text = (
        f"Bug fixes until {window.bug_fixes_end.text}, security fixes until {window.security_fixes_end.text}."
    )
    yield Event(f"release/{release}", window.released, f"{name} is {word}", text, url)
    text = f"From then on only security and data loss fixes, until {window.security_fixes_end.text}."
    yield Event(f"bug-fixes/{release}", window.bug_fixes_end, f"Bug fixes for {name} end", text, url)
    text = "From then on it gets no fixes at all, not even for known vulnerabilities."
    yield Event(f"support/{release}", window.security_fixes_end, f"Support for {name} ends", text, url)
