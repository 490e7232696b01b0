"""Which packages a project's files ask for, in every form that tools use, and in files that are public."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.scan_page import as_data, opened, write_page

#: Names and versions as three public projects pinned them: with Django 3.2, 4.1 and 4.2.
PUBLIC = Path(__file__).with_name("requirements")

FILES: dict[str, tuple[dict[str, str], list[tuple[str, str | None, bool, str]]]] = {
    "pins": (
        {
            "requirements.txt": "Django==3.2\ncelery[redis]==5.2.7 ; python_version >= '3.9'\n"
            "dj_rest_auth == 2.2.5  # why\n"
        },
        [("celery", "5.2.7", True, "requirements.txt:2"), ("dj-rest-auth", "2.2.5", True, "requirements.txt:3")],
    ),
    "pins with hashes, and a version of no usual form": (
        {
            "requirements.txt": "celery==5.2.7 \\\n    --hash=sha256:00\nredis==4.0 --hash=sha256:00\n"
            "pytz==2013b\nq==1.0rc1\n"
        },
        [
            ("celery", "5.2.7", True, "requirements.txt:1"),
            ("pytz", "2013b", True, "requirements.txt:4"),
            ("q", "1.0rc1", True, "requirements.txt:5"),
            ("redis", "4.0", True, "requirements.txt:3"),
        ],
    ),
    "ranges, and what says nothing of a version": (
        {
            "requirements.txt": "-r base.txt\n-e .\ncelery>=5,<6\nredis\nq~=1.2\nwagtail==5.*\n"
            "git+https://git.example/x@y#egg=x\n"
        },
        [
            ("celery", "5.0", False, "requirements.txt:3"),
            ("q", "1.2", False, "requirements.txt:5"),
            ("redis", None, False, "requirements.txt:4"),
            ("wagtail", "5.0", False, "requirements.txt:6"),
        ],
    ),
    "the file that pins before the one that does not": (
        {"requirements.txt": "celery>=5\n", "pyproject.toml": '[project]\ndependencies = ["celery==5.2.7"]\n'},
        [("celery", "5.2.7", True, "pyproject.toml:2")],
    ),
    "all tables of a project file": (
        {
            "pyproject.toml": '[project]\nname = "library"\nauthors = [{name = "A Reader"}]\nkeywords = ["books"]\n'
            'classifiers = ["Framework :: Django"]\ndependencies = ["a==1", "b[x]==2.1"]\n'
            '[project.optional-dependencies]\ntest = [\n  "c==3.1",\n]\n[project.urls]\nHome = "https://library.example"\n'
            '[dependency-groups]\ndev = ["d==4"]\n[tool.poetry.group.dev.dependencies]\npython = "^3.9"\ne = "==5.0"\n'
            'f = {version = "==6.0", extras = ["x"]}\n[tool.pdm.dev-dependencies]\nlint = ["g==7"]\n'
            '[tool.uv]\ndev-dependencies = ["h==8"]\n[tool.hatch.envs.default]\ndependencies = ["i==9"]\n'
            '[tool.setuptools.packages.find]\nwhere = ["src"]\n'
        },
        [
            ("a", "1", True, "pyproject.toml:6"),
            ("b", "2.1", True, "pyproject.toml:6"),
            ("c", "3.1", True, "pyproject.toml:9"),
            ("d", "4", True, "pyproject.toml:14"),
            ("e", "5.0", True, "pyproject.toml:17"),
            ("f", "6.0", True, "pyproject.toml:18"),
            ("g", "7", True, "pyproject.toml:20"),
            ("h", "8", True, "pyproject.toml:22"),
            ("i", "9", True, "pyproject.toml:24"),
        ],
    ),
    "setup.cfg": (
        {"setup.cfg": "[metadata]\nname = x\n[options]\npython_requires = >=3.8\ninstall_requires =\n  Django==3.2\n"
         "  a==1\nzip_safe = no\n[options.extras_require]\ntest =\n  b==2\n"},
        [("a", "1", True, "setup.cfg:7"), ("b", "2", True, "setup.cfg:11")],
    ),
    "a Pipfile and its lock file": (
        {
            "Pipfile": '[packages]\ncelery = "*"\n[dev-packages]\nq = "==1.0"\n',
            "Pipfile.lock": '{\n "_meta": {\n  "requires": {\n   "python_version": "3.7"\n  }\n },\n "default": {\n'
            '  "celery": {\n   "hashes": [],\n   "version": "==5.2.7"\n  }\n }\n}\n',
        },
        [("celery", "5.2.7", True, "Pipfile.lock:10"), ("q", "1.0", True, "Pipfile:4")],
    ),
    "lock files in TOML": (
        {
            "poetry.lock": '[[package]]\nname = "celery"\nversion = "5.2.7"\n\n[metadata]\nlock-version = "2.0"\n',
            "uv.lock": 'version = 1\n\n[[package]]\nname = "q"\nversion = "1.0"\n',
            "pdm.lock": '[[package]]\nname = "r"\nversion = "1.1"\n',
        },
        [
            ("celery", "5.2.7", True, "poetry.lock:3"),
            ("q", "1.0", True, "uv.lock:5"),
            ("r", "1.1", True, "pdm.lock:3"),
        ],
    ),
    "files of no sense": (
        {
            "requirements.txt": "😀==1\n==\n= =\n" + "a" * 5000 + "==1",
            "pyproject.toml": '[project\ndependencies = [\n"==\n[[',
            "setup.cfg": "[options\ninstall_requires\n==",
            "Pipfile.lock": '{"a": {"version": 1',
        },
        [],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    address = write_page(tmp_path_factory.mktemp("packages") / "site", as_data([]))
    with opened(browser, address.as_uri()) as page:
        page.evaluate(
            "document.addEventListener('atlas:declared', ({ detail }) => { window.declared = detail; })"
        )
        yield page


def declared(page: Page, folder: Path, files: dict[str, str]) -> dict[str, Any]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    page.evaluate("window.declared = null")
    page.locator("input[webkitdirectory]").set_input_files(folder)
    page.wait_for_function("window.declared")
    found: dict[str, Any] = page.evaluate("window.declared")
    return found


@pytest.mark.parametrize("name", FILES)
def test_packages_are_found_with_their_places(page: Page, tmp_path: Path, name: str) -> None:
    files, expected = FILES[name]
    found = declared(page, tmp_path, files)["packages"]
    assert [(one["name"], one["version"], one["exact"], one["place"]) for one in found] == expected


@pytest.mark.parametrize(
    ("name", "django", "pinned"),
    [("saleor", "3.2.19", 160), ("defectdojo", "4.1.13", 71), ("plane", "4.2.5", 34)],
)
def test_a_public_file_is_read_to_its_last_line(
    page: Page, tmp_path: Path, name: str, django: str, pinned: int
) -> None:
    text = (PUBLIC / f"{name}.txt").read_text(encoding="utf-8")
    found = declared(page, tmp_path, {"requirements.txt": text})
    assert found["django"] == django
    assert len([one for one in found["packages"] if one["exact"]]) == pinned


def test_images_name_a_python_and_a_server(page: Page, tmp_path: Path) -> None:
    found = declared(
        page,
        tmp_path,
        {
            "Dockerfile": "ARG X\nFROM --platform=linux/amd64 docker.io/library/python:3.12-slim AS base\nFROM base\n",
            "compose.yml": "services:\n  db:\n    image: postgres:9.6-alpine\n",
        },
    )
    assert (found["python"], found["products"]) == ("3.12", {"PostgreSQL": "9.6"})
    assert found["sources"] == ["Dockerfile:2", "compose.yml:3"]
