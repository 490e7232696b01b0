"""Addresses of Django's own pages. Source of the forms: https://docs.djangoproject.com/"""

from atlas.facts.django import Facts
from atlas.words.versions import feature_release

DOWNLOAD = "https://www.djangoproject.com/download/"


def notes_url(facts: Facts, version: str, anchor: str | None = None) -> str:
    """The official notes of a feature or patch release, read in the newest release's documentation."""
    return _docs(facts, f"releases/{version}/", anchor)


def security_archive_url(facts: Facts, anchor: str | None = None) -> str:
    """Django's archive of security issues."""
    return _docs(facts, "releases/security/", anchor)


def timeline_url(facts: Facts, anchor: str | None = None) -> str:
    """Django's deprecation timeline."""
    return _docs(facts, "internals/deprecation/", anchor)


def ticket_url(number: int) -> str:
    """A ticket in Django's tracker."""
    return f"https://code.djangoproject.com/ticket/{number}"


def cve_url(cve: str) -> str:
    """The public record of a CVE."""
    return f"https://www.cve.org/CVERecord?id={cve}"


def _docs(facts: Facts, path: str, anchor: str | None) -> str:
    newest = feature_release(facts.django)
    return f"https://docs.djangoproject.com/en/{newest}/{path}" + (f"#{anchor}" if anchor else "")
