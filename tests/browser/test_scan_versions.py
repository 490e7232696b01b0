"""Which Django and which Python a project's own files name, each with its line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.scan_page import as_data, opened, scan, write_page

FILES: dict[str, tuple[dict[str, str], tuple[str | None, str | None, list[str]]]] = {
    "an exact requirement": (
        {"requirements.txt": "# Django==1.0\n\nDjango-filter==2.4\ndjango==3.2.12 \\\n  --hash=sha256:00\n"},
        ("3.2.12", None, ["requirements.txt:4"]),
    ),
    "extras, marks and comments": (
        {"requirements/base.txt": "Django[argon2] == 3.2.12 ; python_version >= '3.6'  # not 4.0\n"},
        ("3.2.12", None, ["requirements/base.txt:1"]),
    ),
    "the lowest of a range": ({"requirements.in": "Django<4.0,>=3.2\n"}, ("3.2", None, ["requirements.in:1"])),
    "compatible releases": ({"requirements.txt": "Django~=4.2.3"}, ("4.2.3", None, ["requirements.txt:1"])),
    "any patch release": ({"requirements.txt": "Django==3.2.*"}, ("3.2", None, ["requirements.txt:1"])),
    "a major release": ({"requirements.txt": "django>=4"}, ("4.0", None, ["requirements.txt:1"])),
    "a ceiling alone says nothing": ({"requirements.txt": "Django<4.0\ndjango!=3.1\nDjango"}, (None, None, [])),
    "an address says nothing": ({"requirements.txt": "django @ https://example.org/django-3.2.zip"}, (None, None, [])),
    "a list in a project file": (
        {
            "pyproject.toml": '[project]\nrequires-python = ">=3.9,<4"\ndependencies = [\n  "celery>=5",\n'
            '  "Django>=4.1,<4.2",\n]\n[tool.other]\npython = "2.7"\n'
        },
        ("4.1", "3.9", ["pyproject.toml:5", "pyproject.toml:2"]),
    ),
    "a table of Poetry": (
        {
            "pyproject.toml": '[tool.poetry]\nname = "django"\n[tool.poetry.dependencies]\npython = "^3.8"\n'
            'Django = { version = "^3.2.4", extras = ["bcrypt"] }\n'
        },
        ("3.2.4", "3.8", ["pyproject.toml:5", "pyproject.toml:4"]),
    ),
    "a Pipfile": (
        {"Pipfile": '[packages]\ndjango = "==3.2.12"\n[requires]\npython_version = "3.7"\n'},
        ("3.2.12", "3.7", ["Pipfile:2", "Pipfile:4"]),
    ),
    "the lock file before what it locks": (
        {
            "Pipfile": '[packages]\ndjango = "*"\n[requires]\npython_version = "3.7"\n',
            "Pipfile.lock": '{\n "_meta": {\n  "requires": {\n   "python_version": "3.7"\n  }\n },\n "default": {\n'
            '  "asgiref": {\n   "version": "==3.5.0"\n  },\n  "django": {\n   "hashes": [],\n   "version": "==3.2.13"\n'
            '  },\n  "pytz": {\n   "version": "==2022.1"\n  }\n }\n}\n',
        },
        ("3.2.13", "3.7", ["Pipfile.lock:13", "Pipfile:4"]),
    ),
    "a lock file of Poetry": (
        {
            "poetry.lock": '[[package]]\nname = "asgiref"\nversion = "3.5.0"\npython-versions = ">=3.7"\n\n'
            '[[package]]\nname = "Django"\nversion = "4.0.10"\n\n[package.extras]\nargon2 = ["x"]\n\n[metadata]\n'
            'python-versions = "^3.10"\n'
        },
        ("4.0.10", "3.10", ["poetry.lock:8", "poetry.lock:14"]),
    ),
    "a lock file of uv": (
        {
            "uv.lock": 'version = 1\nrequires-python = ">=3.12"\n\n[[package]]\nname = "django"\nversion = "5.2"\n'
            'dependencies = [\n    { name = "asgiref" },\n]\n\n[[package]]\nname = "tzdata"\nversion = "2025.1"\n'
        },
        ("5.2", "3.12", ["uv.lock:6", "uv.lock:2"]),
    ),
    "a lock file of PDM": (
        {"pdm.lock": '[[package]]\nname = "django"\nversion = "4.2.1"\nrequires_python = ">=3.8"\n'},
        ("4.2.1", None, ["pdm.lock:3"]),
    ),
    "files that name Python alone": (
        {"runtime.txt": "python-3.10.4\n", ".python-version": "\n3.11.2\n", "pyproject.toml": "[project]\n"},
        (None, "3.11", [".python-version:2"]),
    ),
    "the project's own before those of its parts": (
        {"requirements.txt": "Django==4.1", "parts/old/requirements.txt": "Django==2.2"},
        ("4.1", None, ["requirements.txt:1"]),
    ),
    "files of no sense": (
        {
            "requirements.txt": "😀 django==\n=django\n== 3.2\ndjango>=x.y",
            "pyproject.toml": "[[[\n]]]\n[project\ndependencies = [\"django>=\ndjango = {\n= = =\n[]",
            "poetry.lock": "name = 'django\nversion = \"\"\n[[package]]\nname =",
            "Pipfile.lock": '{"django": {"version": 3.2, "default": [[[',
            "runtime.txt": "python",
            ".python-version": "pypy",
        },
        (None, None, []),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    address = write_page(tmp_path_factory.mktemp("versions") / "site", as_data([]))
    with opened(browser, address.as_uri()) as page:
        yield page


def proposals(page: Page, folder: Path, files: dict[str, str]) -> dict[str, Any]:
    for name, text in {**files, "manage.py": ""}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found: dict[str, Any] = scan(page, folder)["proposals"]
    return found


@pytest.mark.parametrize("name", FILES)
def test_versions_are_proposed_with_their_places(page: Page, tmp_path: Path, name: str) -> None:
    files, (django, python, sources) = FILES[name]
    assert proposals(page, tmp_path, files) == {"django": django, "python": python, "sources": sources}
