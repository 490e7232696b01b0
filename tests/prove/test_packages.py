"""Packages are installed from a folder and run on real Django: what runs, what fails and why, and what goes astray."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from atlas.facts import package_runs, packages
from atlas.facts.package_runs import PackageRuns, Run
from atlas.prove.packages.__main__ import main
from atlas.prove.packages.bench import bench
from atlas.prove.packages.index import Index
from atlas.prove.packages.trying import attempt
from tests.prove.shelves import AT_START, FOR_4_2, GOOD, NAME, index, of, project, source, wheel

pytestmark = [pytest.mark.django, pytest.mark.slow]


@pytest.fixture(scope="module")
def all_benches(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("benches")


@pytest.fixture
def benches(all_benches: Path) -> Path:
    """Environments in which Django stays and the package of the test before does not, whatever its version."""
    for path in all_benches.glob("*/lib/python*/site-packages/*shelves*"):
        shutil.rmtree(path)
    return all_benches


def run(
    root: Path, files: Path, benches: Path, version: str = "1.0", seconds: int = 60, **recipe: Any
) -> Run:
    """One version on Django 4.2. recipe: fields that differ from the usual ones."""
    (target,) = of(root, "4.2")
    usual = {"does": "keeps books", "modules": ["shelves"], "apps": ["shelves"]}
    with bench(target, benches, index(files), seconds) as place:
        return attempt(place, NAME, packages.Recipe(**{**usual, **recipe}), version)[0]


def test_a_package_is_recorded_with_its_newest_its_smallest_and_its_bridge(
    four_versions: Path, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], four_versions, index(files)) == 0
    assert capsys.readouterr().out == "1 package is recorded\n"
    found = read(four_versions)
    assert statuses(found) == {
        "4.1": {"1.0": "fails", "2.0": "runs"},
        "4.2": {"2.0": "runs", "3.0": "runs", "3.1": "fails"},
    }
    assert [(row.installs, row.searched) for row in found.releases.values()] == [
        ("2.0", ("newest", "smallest")),
        ("3.1", ("newest", "smallest")),
    ]
    assert found.listed == "3.1"
    assert found.versions["3.0"].model_dump() == {
        "django": ">=4.2",
        "python": ">=3.8",
        "classifiers": ("4.2",),
    }
    ran = found.releases["4.2"].runs["3.0"]
    assert ran.answers == {"/": 200, "/admin/login/": 200, "/shelves/": 200, "/admin/": 200}
    assert ran.modules == 2
    (fault,) = found.releases["4.2"].runs["3.1"].faults
    assert (fault.step, fault.type, fault.text, fault.by) == (
        "load",
        "RuntimeError",
        "the shelf is full",
        NAME,
    )
    again_and_newer(four_versions, files, capsys)


def again_and_newer(folder: Path, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run runs nothing; a repetition is the same; a change of a record, and a newer version, are named."""
    text = record(folder).read_text()
    assert main([], folder, index(files)) == 0
    assert "on 4" not in capsys.readouterr().err
    assert record(folder).read_text() == text
    assert main(["--repeat", "3", "--drawn-by", "abc"], folder, index(files)) == 0
    assert capsys.readouterr().out == "3 facts are the same\n"
    assert main(["--check"], folder, index(files)) == 0
    record(folder).write_text(text.replace("the shelf is full", "the shelf is empty"))
    assert main(["--repeat", "9"], folder, index(files)) == 1
    said = capsys.readouterr().out
    assert f"{NAME} 3.1 on 4.2: faults: recorded" in said and said.count("\n") == 2
    wheel(files, "3.2", GOOD, FOR_4_2)
    assert main(["--check"], folder, index(files)) == 1
    assert f"{NAME}: 3.2 is on the index, 3.1 was the newest on " in capsys.readouterr().out


def test_the_newest_may_be_searched_for_alone(four_versions: Path, files: Path) -> None:
    assert main(["--search", "newest"], four_versions, index(files)) == 0
    assert {row.searched for row in read(four_versions).releases.values()} == {("newest",)}


def test_a_run_that_was_stopped_goes_on_where_it_was(
    four_versions: Path, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--release", "4.2"], four_versions, index(files)) == 0
    assert list(read(four_versions).releases) == ["4.2"]
    known = read(four_versions).releases["4.2"].runs.keys()
    capsys.readouterr()
    assert main([], four_versions, index(files)) == 0
    told = capsys.readouterr().err
    assert not [version for version in known if f"{version} on 4.2" in told]
    assert list(read(four_versions).releases) == ["4.1", "4.2"]


def test_another_recipe_makes_records_stale(four_versions: Path, files: Path) -> None:
    assert main(["--release", "4.1"], four_versions, index(files)) == 0
    file = four_versions / "data/packages/packages.yml"
    before = read(four_versions).recipe
    file.write_text(file.read_text().replace("requests: [/shelves/]", "requests: []"))
    assert main(["--release", "4.2"], four_versions, index(files)) == 0
    assert read(four_versions).recipe != before
    assert list(read(four_versions).releases) == ["4.2"]


def test_a_version_whose_metadata_refuses_this_django_is_not_run(
    root: Path, files: Path, benches: Path
) -> None:
    wheel(files, "1.0", GOOD, "Requires-Dist: Django (<4.0)\n")
    wheel(files, "2.0", GOOD)
    found = run(root, files, benches)
    assert (found.status, found.faults) == ("refused", ())
    assert found.why and found.why.endswith("1.0 depends on django<4.0 and you require django==4.2.30")


ASTRAY = {
    "hangs": ("import time\ndef start(): time.sleep(600)\n", "did not end within 6 seconds (at: "),
    "works without end": ("def start():\n    while True: pass\n", ""),
    "prints megabytes": (
        "def start():\n    while True: print('x' * 100_000)\n",
        "printed more than 4 megabytes (at: load)",
    ),
    "deletes its folder": (
        "import os, shutil\ndef start(): shutil.rmtree(os.getcwd())\n",
        "its folder is gone: something in it deleted the project",
    ),
    "ends the process": ("import os\ndef start(): os._exit(3)\n", "ended without a result (at: load): it said nothing"),
    "crashes": (
        "import os, signal\ndef start(): os.kill(os.getpid(), signal.SIGSEGV)\n",
        "ended without a result (at: load): it said nothing",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ASTRAY)
def test_a_run_that_goes_astray_is_one_line_and_the_next_one_runs(
    root: Path, files: Path, benches: Path, name: str
) -> None:
    code, why = ASTRAY[name]
    limited = name in ("hangs", "works without end")
    wheel(files, "1.0", {**AT_START, "start.py": code})
    wheel(files, "2.0", GOOD)
    found = run(root, files, benches, seconds=1 if limited else 60)
    assert found.status == "not run" and found.why and "\n" not in found.why
    if limited:  # on a busy machine it may be the clock or the processor that ends either
        assert found.why.startswith(("did not end within 6 seconds", "took longer than 1 seconds"))
    else:
        assert found.why == why
    assert run(root, files, benches, "2.0").status == "runs"


def test_a_package_that_cannot_be_built_is_one_line(root: Path, files: Path, benches: Path) -> None:
    source(files, "1.0")
    found = run(root, files, benches)
    assert found.status == "not run"
    assert found.why and "no paste for the spine" in found.why and "\n" not in found.why


def test_what_cannot_be_built_is_stepped_over(four_versions: Path, files: Path) -> None:
    source(files, "4.0")
    assert main(["--release", "4.2"], four_versions, index(files)) == 0
    found = read(four_versions).releases["4.2"]
    assert found.runs["4.0"].status == "not run"
    assert found.ran == ["2.0", "3.0"]


def test_an_index_that_does_not_answer_is_one_line_and_nothing_is_lost(
    four_versions: Path, files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--release", "4.1"], four_versions, index(files)) == 0
    before = read(four_versions).releases["4.1"]
    for name in ("PIP_RETRIES", "UV_HTTP_RETRIES"):
        monkeypatch.setenv(name, "0")
    capsys.readouterr()
    nobody = Index(("--index-url", "http://127.0.0.1:9/simple/"))
    assert main([], four_versions, nobody) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith(f"{NAME} on 4.2: not run: the index did not answer: ")
    assert read(four_versions).releases["4.1"] == before
    assert main([], four_versions, index(files)) == 0
    assert read(four_versions).releases["4.2"].ran == ["2.0", "3.0"]


def test_nothing_reaches_the_network_while_a_package_runs(root: Path, files: Path, benches: Path) -> None:
    code = "import socket\ndef start(): socket.create_connection(('192.0.2.1', 80), 5)\n"
    wheel(files, "1.0", {**AT_START, "start.py": code})
    (fault,) = run(root, files, benches).faults
    assert (fault.type, fault.by) == ("gaierror", NAME)
    assert fault.text.startswith("the network is off")


def test_a_module_that_lacks_something_optional_is_not_broken(root: Path, files: Path, benches: Path) -> None:
    modules = {
        "cloud.py": "import clouds\n",
        "wrapped.py": "try:\n    import clouds.api\nexcept ImportError as e:\n    raise ValueError(1) from e\n",
        "old.py": "import distutils_of_old, distutils\n",
        "tests/__init__.py": "import nothing_of_this_name\n",
        "migrations/__init__.py": "",
        "testing.py": "1 / 0\n",
    }
    wheel(files, "1.0", {**GOOD, **modules})
    found = run(root, files, benches)
    assert (found.status, found.modules, found.needs) == ("runs", 5, {"clouds": 2, "distutils_of_old": 1})


BREAKS = {
    "a name that Django no longer has": ("from django.utils.encoding import smart_text\n", "ImportError"),
    "a module that Python no longer has": ("raise ModuleNotFoundError(\"No module named 'imp'\", name='imp')\n",
                                           "ModuleNotFoundError"),
    "a module of its own that is missing": ("import shelves.missing\n", "ModuleNotFoundError"),
    "an end of the process": ("raise SystemExit(2)\n", "SystemExit"),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_a_module_that_is_broken_is_a_fault_with_its_name(
    root: Path, files: Path, benches: Path, name: str
) -> None:
    code, sort = BREAKS[name]
    wheel(files, "1.0", {**GOOD, "deep/__init__.py": "", "deep/broken.py": code})
    found = run(root, files, benches)
    (fault,) = found.faults
    assert (found.status, fault.step, fault.type) == ("fails", "imports", sort)
    assert (fault.by, fault.module) == (NAME, "shelves.deep.broken")


def test_a_module_of_another_python_is_its_packages_fault(root: Path, files: Path, benches: Path) -> None:
    wheel(files, "1.0", {**GOOD, "old.py": "print 'shelves'\n"})
    (fault,) = run(root, files, benches, "1.0").faults
    assert (fault.type, fault.by, fault.module) == ("SyntaxError", NAME, "shelves.old")


def test_a_module_may_be_left_out(root: Path, files: Path, benches: Path) -> None:
    wheel(files, "1.0", {**GOOD, "deep/__init__.py": "1 / 0\n", "deep/broken.py": "1 / 0\n"})
    found = run(root, files, benches, left_out={"shelves.deep": "it divides by zero"})
    assert (found.status, found.modules) == ("runs", 2)


def test_a_check_that_finds_an_error_is_a_fault(root: Path, files: Path, benches: Path) -> None:
    code = "from django.db import models\nclass Shelf(models.Model):\n    name = models.CharField()\n"
    wheel(files, "1.0", {**GOOD, "models.py": code})
    fault = run(root, files, benches).faults[0]
    assert (fault.step, fault.type, fault.by) == ("check", "fields.E120", "django")


def test_a_missing_migration_is_told_and_breaks_nothing(root: Path, files: Path, benches: Path) -> None:
    code = "from django.db import models\nclass Shelf(models.Model):\n    pass\n"
    wheel(files, "1.0", {**GOOD, "models.py": code, "migrations/__init__.py": ""})
    found = run(root, files, benches)
    assert found.status == "runs"
    assert any("Create model Shelf" in line for line in found.migrations)


def test_an_address_that_is_not_answered_is_a_fault(root: Path, files: Path, benches: Path) -> None:
    wheel(files, "1.0", GOOD)
    urls = {"urls": {"shelves/": "shelves.urls"}, "requests": ["/shelves/none/"]}
    (fault,) = run(root, files, benches, **urls).faults
    assert (fault.step, fault.text) == ("request", "GET /shelves/none/ answers 404")


def test_a_warning_is_told_with_the_package_that_called_for_it(
    root: Path, files: Path, benches: Path
) -> None:
    code = "from django.utils import timezone\ndef start(): timezone.utc\n"
    wheel(files, "1.0", {**AT_START, "start.py": code})
    (warned,) = run(root, files, benches).warns
    assert (warned.category, warned.by) == ("RemovedInDjango50Warning", NAME)
    assert warned.text.startswith("The django.utils.timezone.utc alias is deprecated.")


def test_middleware_of_some_versions_is_left_out_of_the_others(
    root: Path, files: Path, benches: Path
) -> None:
    code = "def shelf(get_response):\n    def middle(request):\n        answer = get_response(request)\n" \
        "        answer.status_code = 418\n        return answer\n    return middle\n"  # fmt: skip
    for version in ("1.0", "2.0"):
        wheel(files, version, {**GOOD, "middle.py": code})
    recipe = {"middleware": ["shelves.middle.shelf >=2.0"]}
    assert run(root, files, benches, "1.0", **recipe).status == "runs"
    assert run(root, files, benches, "2.0", **recipe).faults[0].text == "GET / answers 418"


def test_an_unknown_package_or_release_is_a_line(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(root, tmp_path / "project", "4.1", "4.2")
    assert main(["django-shelfs", "--release", "4.3"], folder, Index()) == 2
    assert capsys.readouterr().out.splitlines() == [
        "found 'django-shelfs', expected one of django-shelves; did you mean 'django-shelves'?",
        "found '4.3', expected one of 4.1, 4.2; did you mean '4.2'?",
    ]


def read(folder: Path) -> PackageRuns:
    return package_runs.read(folder / "data", NAME)


def record(folder: Path) -> Path:
    return folder / f"data/packages/{NAME}.json"


def statuses(found: PackageRuns) -> dict[str, dict[str, str]]:
    return {
        release: {version: one.status for version, one in row.runs.items()}
        for release, row in found.releases.items()
    }


def test_a_record_has_a_line_for_each_fact(four_versions: Path, files: Path) -> None:
    assert main([], four_versions, index(files)) == 0
    text = record(four_versions).read_text()
    assert json.loads(text)
    assert text.count('"status"') == sum('"status"' in line for line in text.splitlines()) == 5
