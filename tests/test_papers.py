"""What hosts read: workflows bring a machine to `.ci/run` and decide nothing, and run nothing that can be exchanged."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

#: An action by the digest of its commit; the comment says which release that is.
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+")


def workflows(root: Path) -> list[Path]:
    """The workflow files for GitHub."""
    return sorted((root / ".github/workflows").glob("*.yml"))


def test_there_are_workflows_to_look_at(root: Path) -> None:
    assert workflows(root)


def test_every_action_is_pinned_by_the_digest_of_its_commit(root: Path) -> None:
    uses = [line for file in workflows(root) for line in file.read_text().split("\n") if "uses:" in line]
    assert uses
    assert [line for line in uses if not PINNED.search(line)] == []


def test_a_moving_tag_is_not_taken_for_a_pin() -> None:
    assert not PINNED.search("uses: actions/checkout@v7  # v7.0.1")
    assert not PINNED.search("uses: actions/checkout@3d3c42e  # v7.0.1")


def test_every_image_is_pinned_by_its_digest(root: Path) -> None:
    (image,) = re.findall(r"^ +image: (\S+)", (root / ".gitlab-ci.yml").read_text("utf-8"), re.MULTILINE)
    (base,) = re.findall(
        r"^ARG NGINX=(\S+)", (root / "deploy/Containerfile").read_text("utf-8"), re.MULTILINE
    )
    assert [one for one in (image, base) if not re.fullmatch(r"\S+@sha256:[0-9a-f]{64}", one)] == []


@pytest.mark.parametrize("file", [".github/workflows/ci.yml", ".gitlab-ci.yml"])
def test_both_hosts_run_the_one_gate_as_the_last_step(root: Path, file: str) -> None:
    job = yaml.safe_load((root / file).read_text())
    steps = [step.get("run") for step in job["jobs"]["ci"]["steps"]] if "jobs" in job else job["ci"]["script"]
    assert steps[-1] == "bash .ci/run"


def test_workflows_may_only_read_the_repository_but_for_the_two_jobs_that_hand_something_over(
    root: Path,
) -> None:
    more = {}
    for file in workflows(root):
        workflow = yaml.safe_load(file.read_text())
        assert workflow["permissions"] == {"contents": "read"}, file.name
        jobs = workflow["jobs"].items()
        more |= {(file.name, name): job["permissions"] for name, job in jobs if "permissions" in job}
    assert more == {
        ("pages.yml", "deploy"): {"pages": "write", "id-token": "write"},
        ("update.yml", "update"): {"contents": "write", "pull-requests": "write", "actions": "write"},
    }


def test_both_hosts_run_the_one_script_of_a_scheduled_update(root: Path) -> None:
    steps = yaml.safe_load((root / ".github/workflows/update.yml").read_text())["jobs"]["update"]["steps"]
    assert "bash .ci/update update" in [step.get("run") for step in steps]
    script = yaml.safe_load((root / ".gitlab-ci.yml").read_text())["update"]["script"]
    assert script[-1].endswith(" bash .ci/update update")


def test_both_hosts_build_the_one_preview_of_a_pull_request(root: Path) -> None:
    steps = yaml.safe_load((root / ".github/workflows/preview.yml").read_text())["jobs"]["preview"]["steps"]
    assert 'bash .ci/preview "origin/$BASE"' in [step.get("run") for step in steps]
    script = yaml.safe_load((root / ".gitlab-ci.yml").read_text())["preview"]["script"]
    assert script[-1] == "bash .ci/preview FETCH_HEAD"


def test_every_question_of_an_issue_form_has_an_id_and_a_label(root: Path) -> None:
    forms = sorted(
        set((root / ".github/ISSUE_TEMPLATE").glob("*.yml")) - {root / ".github/ISSUE_TEMPLATE/config.yml"}
    )
    assert len(forms) == 3
    for form in forms:
        questions = [part for part in yaml.safe_load(form.read_text())["body"] if part["type"] != "markdown"]
        assert all(question["id"] and question["attributes"]["label"] for question in questions), form.name
        assert len({question["id"] for question in questions}) == len(questions), form.name


def test_every_shell_script_is_looked_at(root: Path) -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout
    scripts = [name for name in tracked.split() if (root / name).is_file() and is_shell(root / name)]
    (line,) = re.findall(r"^\t\$\(BIN\)/shellcheck (.+)$", (root / "Makefile").read_text(), re.MULTILINE)
    assert sorted(scripts) == sorted(line.split())


def is_shell(file: Path) -> bool:
    """Whether a file says in its first line that a shell runs it."""
    return bool(re.match(rb"#!.*\b(ba|da)?sh\n", file.read_bytes()[:40]))
