"""Where teams work: pre-commit, a GitHub workflow and a GitLab pipeline run the package as they would.

Each takes it from the repository that they name; here that is the source archive, which builds without a network.
"""

import json
import os
import re
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.package.conftest import OLD, PYTHONS, run

pytestmark = pytest.mark.slow

OFFLINE = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
NEWEST = list(PYTHONS)[-1]


@pytest.fixture(scope="module")
def repository(built: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What hosts fetch: a repository with one commit."""
    folder = tmp_path_factory.mktemp("repository")
    with tarfile.open(built[1]) as archive:
        archive.extractall(folder, filter="data")
    root = next(folder.iterdir())
    commit(root)
    return root


def commit(folder: Path) -> str:
    """Make a folder a repository; the commit."""
    run("git", "init", "--quiet", folder)
    run("git", "-C", folder, "add", "--all")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    run("git", "-C", folder, *who, "commit", "--quiet", "--message", "all")
    return run("git", "-C", folder, "rev-parse", "HEAD").stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that meets one change."""
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "urls.py").write_text(OLD)
    return folder


def test_pre_commit_runs_the_hook(repository: Path, project: Path, tmp_path: Path, root: Path) -> None:
    revision = run("git", "-C", repository, "rev-parse", "HEAD").stdout.strip()
    hook = {"id": "upgrade-atlas", "language_version": str(PYTHONS[NEWEST])}
    repos = {"repos": [{"repo": str(repository), "rev": revision, "hooks": [hook]}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(repos))
    (project / "pyproject.toml").write_text('[tool.upgrade-atlas]\nfrom = "3.2"\nto = "5.2"\n')
    commit(project)
    command = [root / ".venv/bin/pre-commit", "run", "--all-files"]
    where = {"cwd": project, "PRE_COMMIT_HOME": str(tmp_path / "home"), **OFFLINE}
    failed = run(*command, status=1, **where)
    assert "urls.py:1:30: from django.conf.urls import url" in failed.stdout
    (project / "urls.py").write_text("")
    assert "Passed" in run(*command, **where).stdout


class Runner:
    """Runs the steps of a composite action as GitHub's runner does: inputs with defaults, outputs from a file."""

    def __init__(self, repository: Path, project: Path, folder: Path) -> None:
        self.action = yaml.safe_load((repository / "action.yml").read_text(encoding="utf-8"))
        self.known = {"github.action_path": str(repository)}
        self.project = project
        self.folder = folder

    def run(self, status: int, **given: str) -> tuple[str, str]:
        """What the step prints, and what it writes to the file of outputs."""
        inputs = {name: str(row.get("default", "")) for name, row in self.action["inputs"].items()} | given
        known = self.known | {f"inputs.{name}": value for name, value in inputs.items()}
        (step,) = self.action["runs"]["steps"]
        assert (self.action["runs"]["using"], step["shell"]) == ("composite", "bash")
        assert "${{" not in step["run"], "an input in a script is run as a command"
        environment = {name: self._filled(value, known) for name, value in step["env"].items()}
        outputs = self.folder / "outputs"
        outputs.write_text("")
        script = self.folder / "step.sh"
        script.write_text(step["run"])
        done = run(
            *("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script),
            status=status,
            cwd=self.project,
            **environment,
            **OFFLINE,
            RUNNER_TEMP=str(self.folder / "temp"),
            GITHUB_OUTPUT=str(outputs),
        )
        return done.stdout + done.stderr, outputs.read_text()

    @staticmethod
    def _filled(text: str, known: dict[str, str]) -> str:
        return re.sub(r"\$\{\{ *([\w.]+) *\}\}", lambda found: known[found[1]], text)


def test_the_github_action_shows_findings_and_leaves_sarif(
    repository: Path, project: Path, tmp_path: Path
) -> None:
    runner = Runner(repository, project, tmp_path)
    python = str(PYTHONS[NEWEST])
    said, outputs = runner.run(
        1, **{"from": "3.2", "to": "5.2", "python": python, "arguments": "--impact high"}
    )
    assert "urls.py:1:30" in said
    assert outputs == "sarif=upgrade-atlas.sarif\n"
    (result,) = json.loads((project / "upgrade-atlas.sarif").read_text())["runs"][0]["results"]
    assert result["ruleId"] == "3.1/conf-urls-url"
    (project / "urls.py").write_text("")
    assert "Nothing found" in runner.run(0, **{"from": "3.2", "python": python})[0]
    said, _ = runner.run(2, **{"from": "3.3; touch broken", "python": python})
    assert "--from: found '3.3; touch broken'" in said
    assert not (project / "broken").exists()


def test_the_gitlab_job_shows_findings_and_leaves_a_code_quality_report(
    repository: Path, project: Path
) -> None:
    (job,) = yaml.safe_load((repository / "templates/upgrade-atlas.yml").read_text(encoding="utf-8")).values()
    variables: dict[str, Any] = {
        **job["variables"],
        "UPGRADE_ATLAS_PACKAGE": str(repository),
        "UPGRADE_ATLAS_ARGUMENTS": "--from 3.2 --to 5.2",
        "CI_PROJECT_DIR": str(project),
        "PATH": f"{PYTHONS[NEWEST].parent}:{os.environ['PATH']}",
    }
    script = "set -eo pipefail\n" + "\n".join(job["script"])
    done = run("bash", "-c", script, status=1, cwd=project, **variables, **OFFLINE)
    assert "urls.py:1:30" in done.stdout
    (row,) = json.loads((project / job["artifacts"]["reports"]["codequality"]).read_text())
    assert (row["check_name"], row["location"]["lines"]["begin"]) == ("3.1/conf-urls-url", 1)
