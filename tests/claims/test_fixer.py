"""The claim `fixer:` is run: django-upgrade on Before, and the verdict on what it leaves."""

import pytest

from atlas.claims import fixer
from atlas.facts.proofs import Result, SampleProof
from tests.desk import Desk, fence

URL = """
from django.conf.urls import url

print(url("^books/$", len).name)
"""


@pytest.fixture
def change(desk):
    table: Desk = desk("3.2", "4.0", "4.1")

    def write(before: str, fixer: str, **files: str):
        more = [fence(f"Before: {path.replace('__', '.')}", text) for path, text in files.items()]
        fields = {"kind": "deprecated", "removed": "4.1", "fixer": fixer}
        table.write("4.0/x", fence("Before", before), fence("After", "print(2)"), *more, **fields)
        return table.library().by_id["4.0/x"]

    return write


def said(change) -> str:
    return "\n".join(map(str, fixer.check(change)))


def test_manual_passes_where_nothing_is_rewritten(change):
    assert said(change("print(client.get('/'))", "manual")) == ""


def test_a_named_fixer_passes_where_it_rewrites(change):
    found = fixer.rewrite(change(URL, "django_urls"))
    assert found and 'path("books/"' in found.sample.text
    assert (found.target, found.fixers) == ("4.0", ("django_urls",))


def test_manual_is_caught_where_a_fixer_rewrites(change):
    words = said(change(URL, "manual"))
    assert "found 'manual', but django-upgrade rewrites Before with django_urls:" in words
    assert words.endswith("say `fixer: django_urls`")


def test_a_named_fixer_that_changes_nothing_is_caught(change):
    assert "found 'django_urls', but that fixer leaves Before as it is" in said(
        change("print(1)", "django_urls")
    )


def test_files_of_the_sample_are_rewritten_too(change):
    found = fixer.rewrite(change("print(1)", "settings_database_postgresql", settings__py=SETTINGS))
    assert found and "django.db.backends.postgresql'" in found.sample.files["settings.py"]


SETTINGS = """
DATABASES = {"default": {'ENGINE': 'django.db.backends.postgresql_psycopg2'}}
"""


@pytest.mark.parametrize(
    ("fixed", "verdict"), [("2", "full"), ("3", "partial")], ids=["runs like After", "prints something else"]
)
def test_the_verdict_is_full_only_if_the_result_runs_like_after(change, fixed, verdict):
    page = change(URL, "django_urls")
    found = fixer.rewrite(page)
    assert found
    releases = ("4.0", "4.1")
    ran = SampleProof("", (Result(releases, "ok", fixed),))
    after = SampleProof("", (Result(("3.2",), "fails"), Result(releases, "ok", "2")))
    assert fixer.record("k", found, ran, after, page)["verdict"] == verdict
