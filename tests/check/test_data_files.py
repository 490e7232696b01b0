"""A broken file under `data/` is one line for each mistake, with the command that writes it again."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.check.everything import inspect
from tests.check.broken import own_copy, replace
from tests.project import GOOD, Project

SYNC = "take it back with git, or write it again: make sync"
DEFAULTS = "take it back with git, or write it again: python -m atlas defaults"


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in inspect(project.root)[1]]


#: A file, what is replaced in it, and the lines that must come of it.
BROKEN = {
    "a field of another type": (
        "releases.json",
        ('"lts": true', '"lts": "yes"'),
        [f"data/releases.json: releases.2.2.lts: found 'yes', expected true or false; {SYNC}"],
    ),
    "a release that is none": (
        "releases.json",
        ('"3.8": "2.2.8"', '"3.8": "2.2.x"'),
        [
            "data/releases.json: releases.2.2.pythons.3.8: found '2.2.x',"
            f" expected a release such as 4.1 or 4.1.13; {SYNC}"
        ],
    ),
    "a field that is missing": (
        "patches.json",
        ('"bugfixes": 18, ', ""),
        [f"data/patches.json: 2.2.1.bugfixes: missing; {SYNC}"],
    ),
    "a field that is unknown": (
        "cves.json",
        ('"area": "views"', '"area": "views", "score": 3'),
        [f"data/cves.json: CVE-2019-3498.score: unknown field; {SYNC}"],
    ),
    "a CVE id that is none": (
        "cves.json",
        ('"CVE-2019-3498"', '"CVE-19-3498"'),
        [
            f"data/cves.json: CVE-19-3498: found 'CVE-19-3498', expected a CVE id such as CVE-2022-34265; {SYNC}"
        ],
    ),
    "a day that no month has": (
        "cves.json",
        ('"2019-01-04"', '"2019-01-32"'),
        [
            f"data/cves.json: CVE-2019-3498.date: found '2019-01-32', expected a day that the calendar has; {SYNC}"
        ],
    ),
    "a text where a list belongs": (
        "deprecations.json",
        ('["django.db.backends.postgresql_psycopg2"]', '"psycopg2"'),
        [f"data/deprecations.json: 0.symbols: found 'psycopg2', expected a list; {SYNC}"],
    ),
    "JSON that breaks off": (
        "deprecations.json",
        ('"deprecated_in": "2.0"', '"deprecated_in" "2.0"'),
        [f"data/deprecations.json:2: JSON: found no valid JSON (expected `:`); {SYNC}"],
    ),
    "a role that is none": (
        "notes/4.1.json",
        ('"role": "bullet"', '"role": "dot"'),
        [
            "data/notes/4.1.json: rows.NUMBER.role: found 'dot', expected 'section', 'bullet', 'detail' or 'container';"
        ],
    ),
    "notes of another release": (
        "notes/4.1.json",
        ('"release": "4.1"', '"release": "4.2"'),
        [f"data/notes/4.1.json: release: found '4.2', expected '4.1', as the file is called; {SYNC}"],
    ),
    "a page without its releases": (
        "django-docs.json",
        ('"2.2-"', '"2.1-"'),
        ["data/django-docs.json: pages.contents: found 2.1, expected one of 2.2, 3.0, 3.1"],
    ),
    "a source file without its releases": (
        "django-source.json",
        ('"django/__init__.py": "2.2-"', '"django/__init__.py": "all"'),
        [
            "data/django-source.json: files.django/__init__.py: found 'all', expected a span such as 4.1, 4.1-4.2"
        ],
    ),
    "a name that is gone to nowhere": (
        "gone-imports.json",
        ('"django.utils.six": ""', '"django.utils.six": null'),
        [f"data/gone-imports.json: 3.0.names.django.utils.six: found None, expected text; {SYNC}"],
    ),
    "a default without its releases": (
        "defaults/settings.json",
        ('"ADMINS": {"2.2-"', '"ADMINS": {"2.2,"'),
        ["data/defaults/settings.json: settings.ADMINS: found '', expected a span such as 4.1, 4.1-4.2"],
    ),
    "a generated file that is no list of lines": (
        "defaults/files.json",
        ('"2.2-": []', '"2.2-": null'),
        [
            f"data/defaults/files.json: files.library/__init__.py.2.2-: found None, expected a list; {DEFAULTS}"
        ],
    ),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_each_mistake_is_one_line_with_its_remedy(mistake: str, project: Project) -> None:
    name, (old, new), expected = BROKEN[mistake]
    own_copy(project, name.partition("/")[0])
    replace(project.root / "data" / name, old, new)
    found = problems(project)
    for line in expected:
        start, _, end = line.partition("NUMBER")
        assert [one for one in found if one.startswith(start) and end in one], "\n".join(found)
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    "name",
    [
        *[
            "releases.json",
            "patches.json",
            "patch-notes.json",
            "cves.json",
            "deprecations.json",
            "notes/3.0.json",
        ],
        *["django-docs.json", "django-source.json", "gone-imports.json"],
        *["defaults/settings.json", "defaults/files.json"],
    ],
)
def test_a_file_that_is_missing_is_told_once(name: str, project: Project) -> None:
    own_copy(project, name.partition("/")[0])
    (project.root / "data" / name).unlink()
    remedy = DEFAULTS if name.startswith("defaults") else SYNC
    assert problems(project) == [f"data/{name}: file: missing; {remedy}"]


def test_a_byte_that_is_not_utf_8_is_told_with_its_line(project: Project) -> None:
    own_copy(project, "patches.json")
    path = project.root / "data/patches.json"
    path.write_bytes(path.read_bytes().replace(b'"2.2.2"', b'"2.2.\xe9"', 1))
    assert problems(project) == [
        "data/patches.json:3: encoding: found the byte 0xe9, expected UTF-8; save the file as UTF-8"
    ]


def test_a_file_of_another_kind_is_told_in_few_lines(project: Project) -> None:
    own_copy(project, "cves.json", "patches.json")
    shutil.copyfile(project.root / "data/patches.json", project.root / "data/cves.json")
    found = problems(project)
    assert len(found) == 11
    assert found[-1].endswith(f"more mistakes in this file; {SYNC}")


def test_notes_that_nothing_reads_are_told(project: Project) -> None:
    own_copy(project, "notes")
    shutil.copyfile(project.root / "data/notes/4.1.json", project.root / "data/notes/4.9.json")
    assert problems(project) == [
        f"data/notes/4.9.json: file: found notes of '4.9', which is no release in releases.json; {SYNC}"
    ]


#: The text of a file under data/proof, and the line that must come of it.
RECORD = '{"4.1/x": {"Before": {"key": "0123456789ab", "results": [%s]}}}'
PROVE = "take it back with git, or write it again: rm data/proof/"
PROOFS = {
    "a record that is not JSON": (
        "4.1.json",
        "{",
        "data/proof/4.1.json:1: JSON: found no valid JSON (EOF while parsing an object);"
        f" {PROVE}4.1.json && make prove",
    ),
    "a status that is none": (
        "4.1.json",
        RECORD % '{"releases": ["4.1"], "status": "fine"}',
        "data/proof/4.1.json: 4.1/x.Before.results.0.status: found 'fine', expected 'ok', 'warns', 'check' or 'fails';",
    ),
    "a field that a result does not have": (
        "4.1.json",
        RECORD % '{"releases": ["4.1"], "status": "ok", "seconds": 3}',
        f"data/proof/4.1.json: 4.1/x.Before.results.0.seconds: unknown field; {PROVE}4.1.json && make prove",
    ),
    "a sample that no page has": (
        "4.1.json",
        '{"4.1/x": {"Later": {"key": "0123456789ab", "on": "4.1-"}}}',
        "data/proof/4.1.json: 4.1/x.Later: found 'Later',"
        " expected Before, After, fixer, or a statement that begins with Holds;",
    ),
    "a statement with a span that is none": (
        "4.1.json",
        '{"4.1/x": {"Holds: it": {"key": "0123456789ab", "on": "always"}}}',
        "data/proof/4.1.json: 4.1/x.Holds: it.on: found 'always',"
        " expected a span such as 4.1, 4.1-4.2, 5.0- or 4.2.14-4.2;",
    ),
    "an environment without its Python": (
        "environments.json",
        '{"4.1": {"django": "4.1.13", "run": "2026-11-21"}}',
        f"data/proof/environments.json: 4.1.python: missing; {PROVE}environments.json && make prove ALL=1",
    ),
    "metadata that are no text": (
        "metadata.json",
        '{"4.1": {"Python": 3.8}}',
        "data/proof/metadata.json: 4.1.Python: found 3.8, expected text;",
    ),
    "services that are a list": (
        "services.json",
        "[]",
        "data/proof/services.json: file: found an empty list, expected an object;",
    ),
    "a file that nothing writes": (
        "notes.json",
        "{}",
        "data/proof/notes.json: file: expected a release, guides, environments, metadata, services for its name;"
        " take it out",
    ),
}


@pytest.mark.parametrize("mistake", PROOFS)
def test_each_mistake_in_a_record_of_runs_is_one_line(mistake: str, project: Project) -> None:
    name, text, expected = PROOFS[mistake]
    (project.root / "data/proof").mkdir()
    (project.root / "data/proof" / name).write_text(text, encoding="utf-8")
    (found,) = problems(project)
    assert found.startswith(expected)


def test_the_command_tells_every_broken_file_and_the_pages_beside_them_and_no_traceback(
    project: Project, root: Path
) -> None:
    page = project.write("4.1/shelves", GOOD.replace("impact: low", "impact: lwo"))
    own_copy(project, "releases.json", "cves.json", "django-docs.json")
    for name in ("releases.json", "cves.json", "django-docs.json"):
        (project.root / "data" / name).write_text("{", encoding="utf-8")
    (project.root / "data/proof").mkdir()
    (project.root / "data/proof/4.1.json").write_text("[]", encoding="utf-8")
    command = [sys.executable, "-m", "atlas", "check", str(project.root)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        "data/cves.json:1",
        "data/django-docs.json:1",
        "data/proof/4.1.json",
        "data/releases.json:1",
        f"{page}:6",
        "5 problems",
    ]
