"""What hosts of code read holds by their own schemas: workflows, pipelines, forms, the action."""

import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
KINDS = {
    "github-workflows": ".github/workflows/*.yml",
    "gitlab-ci": ".gitlab-ci.yml",
    "github-actions": "action.yml",
    "dependabot": ".github/dependabot.yml",
    "github-issue-forms": ".github/ISSUE_TEMPLATE/[!c]*.yml",
    "github-issue-config": ".github/ISSUE_TEMPLATE/config.yml",
}


@pytest.mark.parametrize("kind", KINDS)
def test_files_for_hosts_hold_by_the_schemas_of_the_hosts(others: Path, root: Path, kind: str) -> None:
    files = sorted(root.glob(KINDS[kind]))
    assert files
    command = [others.parent / "check-jsonschema", "--builtin-schema", f"vendor.{kind}", *files]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
