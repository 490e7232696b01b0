"""Every mistake in the hand-kept file of packages, and in the records of their runs, is one line with the remedy."""

from pathlib import Path

import pytest

from atlas.check import packages
from atlas.facts.django import Facts
from atlas.words.problems import told
from tests.check.broken import own_copy, replace
from tests.project import Project

FILE = "data/packages/packages.yml"
ORDER = "put the packages in the order of their names"
RECORD = """{
 "recipe": "0123456789ab", "listed": "1.0", "listed_on": "2026-11-29", "versions": {},
 "releases": {"4.1": {"django": "4.1.13", "python": "3.10.13", "run": "2026-11-29", "installs": "1.0", "runs": {}}}
}"""


@pytest.fixture
def file(project: Project) -> Path:
    own_copy(project, "packages")
    for record in (project.root / "data/packages").glob("*.json"):
        record.unlink()
    return project.root / FILE


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in told(lambda: packages.check(Facts(project.root)))]


def test_the_real_file_and_the_real_records_have_no_mistake(root: Path) -> None:
    assert told(lambda: packages.check(Facts(root))) == []


#: What is replaced in the file, and the line that must come of it (LINE: that of the mistake).
BROKEN = {
    "a name that the index writes otherwise": (
        ("  django-filter:", "  Django_Filter:"),
        ":LINE: packages.Django_Filter: found 'Django_Filter', expected the name as the index writes it:"
        " small letters, digits and hyphens",
    ),
    "a field that is misspelt": (
        ("    apps: [corsheaders]", "    aps: [corsheaders]"),
        ":LINE: packages.django-cors-headers.aps: unknown field; did you mean 'apps'?",
    ),
    "a package without modules": (
        ("    modules: [whitenoise]\n", ""),
        ":WHITENOISE: packages.whitenoise.modules: missing; name what `import` calls it",
    ),
    "a setting that is no value": (
        ("INTERNAL_IPS: '[\"127.0.0.1\"]'", "INTERNAL_IPS: 127.0.0.1"),
        ":LINE: packages.django-debug-toolbar.settings.INTERNAL_IPS: found '127.0.0.1',"
        ' expected a value as Python writes it, such as "True" or \'["a"]\'',
    ),
    "versions that are none": (
        ("AccountMiddleware >=0.56", "AccountMiddleware since 0.56"),
        ":LINE: packages.django-allauth.middleware.0: found"
        " 'allauth.account.middleware.AccountMiddleware since 0.56', expected versions such as >=2.0,<3 after the name",
    ),
    "a name that no module has": (
        ("apps: [django_filters]", "apps: [django-filters]"),
        ":LINE: packages.django-filter.apps.0: found 'django-filters', expected a dotted name,"
        " with versions such as >=2.0 after a blank where not all have it",
    ),
    "a database that is not run": (
        ("database: postgresql", "database: oracle"),
        ":LINE: packages.psycopg.database: found 'oracle', expected 'sqlite' or 'postgresql'",
    ),
    "a flag that is none": (
        ("wheels_only: true", "wheels_only: yes"),
        ":LINE: packages.psycopg2-binary.wheels_only: found 'yes', expected true or false",
    ),
    "a requirement that is none": (
        ("beside: [oauthlib, requests]", "beside: [oauthlib, '>=2']"),
        ":LINE: packages.django-allauth.beside.1: found '>=2', expected a requirement such as name>=2",
    ),
    "an address without a slash": (
        ("[/accounts/login/, ", "[accounts/login/, "),
        ":LINE: packages.django-allauth.requests.0: found 'accounts/login/',"
        " expected an address on the site, beginning with a slash",
    ),
    "an address that nothing answers": (
        ("requests: [/api-auth/login/]", "requests: [/api/login/]"),
        ":LINE: djangorestframework.requests: found '/api/login/', which none of its `urls` answers;"
        " add the prefix to `urls`, or take the address out",
    ),
    "a module left out without a reason": (
        (
            "    apps: [django_extensions]\n",
            '    apps: [django_extensions]\n    left_out: {django_extensions.x: ""}\n',
        ),
        ":LEFT: packages.django-extensions.left_out.django_extensions.x: found '', expected a text that is not empty;"
        " give each module the reason why it is not imported",
    ),
    "a module of another package left out": (
        (
            "    apps: [django_extensions]\n",
            "    apps: [django_extensions]\n    left_out: {django_filters.x: it is somebody else's}\n",
        ),
        ":LEFT: django-extensions.left_out.django_filters.x: found 'django_filters.x', which is below none of"
        " django_extensions; name a module of the package",
    ),
    "packages out of order": (
        ("  celery:\n", "  zelery:\n"),
        f":CHANNELS: channels: stands after zelery; {ORDER}",
    ),
    "a tab": (
        ("    modules: [celery]", "\tmodules: [celery]"),
        ":LINE: file: not valid YAML (found a tab character that violates indentation);"
        " write spaces in place of the tab",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_one_line(project: Project, file: Path, name: str) -> None:
    (old, new), expected = BROKEN[name]
    line = replace(file, old, new)
    found = problems(project)
    lines = file.read_text().split("\n")
    places = {
        "LINE": line,
        "LEFT": line + 1,
        "WHITENOISE": next((n for n, text in enumerate(lines, 1) if text == "  whitenoise:"), 0),
        "CHANNELS": next((n for n, text in enumerate(lines, 1) if text == "  channels:"), 0),
    }
    for word, number in places.items():
        expected = expected.replace(f":{word}:", f":{number}:")
    assert found[0].startswith(f"{FILE}{expected}"), found
    assert len(found) == 1


def test_a_file_that_is_gone_is_one_line(project: Project, file: Path) -> None:
    file.unlink()
    assert problems(project) == [f"{FILE}: file: cannot be read (No such file or directory); let it be read"]


def test_records_of_a_package_that_is_not_listed_are_named(project: Project, file: Path) -> None:
    (file.parent / "django-shelves.json").write_text(RECORD)
    assert problems(project) == [
        "data/packages/django-shelves.json: file: found records of 'django-shelves', which is not in packages.yml;"
        " delete the file, or add the package"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"4.1":', '"4.3":', "4.3: is no release in releases.json"),
        ('"listed": "1.0"', '"listed": 1', "listed: found 1, expected text"),
        ('"runs": {}', '"runs": {"1.0": {"status": "works"}}',
         "releases.4.1.runs.1.0.status: found 'works', expected 'runs', 'fails', 'refused' or 'not run'"),
    ],
)  # fmt: skip
def test_a_broken_record_is_named(project: Project, file: Path, old: str, new: str, said: str) -> None:
    (file.parent / "celery.json").write_text(RECORD.replace(old, new))
    remedy = "take it back with git, or write it again: make packages PACKAGE=<name>"
    assert problems(project) == [f"data/packages/celery.json: {said}; {remedy}"]
