"""A link into Django's documentation or source that leads nowhere is found, and the right one named."""

from pathlib import Path

import pytest

from atlas.check.django_links import Checker, addresses, in_docs
from atlas.check.everything import inspect
from atlas.facts import docs_pages, source_files
from tests.project import GOOD, Project

DOCS = "https://docs.djangoproject.com/en"
CODE = "https://github.com/django/django/blob"


@pytest.fixture(scope="module")
def checker(root: Path) -> Checker:
    return Checker(docs_pages.load(root / "data"), source_files.load(root / "data"))


@pytest.mark.parametrize(
    "url",
    [
        f"{DOCS}/4.1/",
        f"{DOCS}/4.1/topics/auth/",
        f"{DOCS}/4.1/ref/settings/#std-setting-CSRF_COOKIE_MASKED",
        f"{DOCS}/6.1/releases/4.1/#id1",
        f"{DOCS}/2.2/ref/models/fields/#django.db.models.Field.null",
        f"{CODE}/4.1.13/django/contrib/auth/views.py#L126",
        f"{CODE}/4.1.13/tests/auth_tests/test_views.py",
    ],
)
def test_right_addresses_pass(checker: Checker, url: str) -> None:
    assert checker.fault(url) is None


@pytest.mark.parametrize(
    ("url", "remedy"),
    [
        (f"{DOCS}/4.1/ref/setting/", f"the nearest is {DOCS}/4.1/ref/settings/"),
        (
            f"{DOCS}/4.0/ref/settings/#std-setting-CSRF_COOKIE_MASK",
            f"{DOCS}/4.0/ref/settings/#std-setting-CSRF_COOKIE",
        ),
        (f"{DOCS}/dev/ref/settings/", "name one of the series 2.2 to "),
        (f"{DOCS}/4.1/ref/settings", "end with a slash"),
        (f"{DOCS}/4.1/%C3%A4%C3%B6%C3%BC/", "look it up"),
        (f"{CODE}/main/django/urls/base.py", "link to one of the tags 2.2.28"),
        (f"{CODE}/4.1.13/django/url/base.py", f"the nearest is {CODE}/4.1.13/django/urls/base.py"),
    ],
)
def test_wrong_addresses_come_with_a_remedy(checker: Checker, url: str, remedy: str) -> None:
    fault = checker.fault(url)
    assert fault is not None
    assert url in fault[0]
    assert remedy in fault[1]


def test_the_author_reads_file_and_line(project: Project, checker: Checker) -> None:
    path = project.write("4.1/shelves", f"{GOOD}\nSee [settings]({DOCS}/4.1/ref/setting/).\n")
    problems = in_docs(project.root, checker)
    line = len(GOOD.split("\n")) + 1
    assert [str(one).partition(" found ")[0] for one in problems] == [f"{path}:{line}: link:"]


def test_the_check_of_all_records_finds_it_too(project: Project) -> None:
    path = project.write("4.1/shelves", f"{GOOD}\nSee [settings]({DOCS}/4.1/ref/setting/).\n")
    assert [problem.path for problem in inspect(project.root)[1] if problem.field == "link"] == [path]


def test_punctuation_after_an_address_is_not_part_of_it() -> None:
    text = f"([here]({DOCS}/4.1/), <{DOCS}/4.0/>, or {DOCS}/3.2/.)"
    assert list(addresses(text)) == [f"{DOCS}/4.1/", f"{DOCS}/4.0/", f"{DOCS}/3.2/"]


def test_a_placeholder_for_the_release_is_no_address() -> None:
    assert list(addresses(f"{DOCS}/X.Y/topics/settings/")) == []
