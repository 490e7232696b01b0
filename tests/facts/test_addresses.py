"""Addresses of Django's own pages are those of the newest documentation."""

from pathlib import Path

from atlas.facts.addresses import cve_url, notes_url, security_archive_url, ticket_url, timeline_url
from atlas.facts.django import Facts
from atlas.words.versions import feature_release


def test_addresses_read_as_django_writes_them(root: Path) -> None:
    facts = Facts(root)
    docs = f"https://docs.djangoproject.com/en/{feature_release(facts.django)}"
    assert notes_url(facts, "4.1") == f"{docs}/releases/4.1/"
    assert notes_url(facts, "4.1.3", "bugfixes") == f"{docs}/releases/4.1.3/#bugfixes"
    assert security_archive_url(facts) == f"{docs}/releases/security/"
    assert timeline_url(facts, "deprecation-removed-in-5-0").endswith(
        "/internals/deprecation/#deprecation-removed-in-5-0"
    )
    assert ticket_url(15619) == "https://code.djangoproject.com/ticket/15619"
    assert cve_url("CVE-2022-34265") == "https://www.cve.org/CVERecord?id=CVE-2022-34265"
