"""A project folder for tests of proofs: pages of the test's own, few releases, the real sample project."""

import json
import shutil
from pathlib import Path

import pytest

from atlas.claims import judge
from atlas.facts.proof_files import read
from atlas.facts.proofs import PageProof, Result
from atlas.prove.proving import Places, prove
from atlas.prove.runner import Outcome
from atlas.records.library import Library, load
from atlas.words.problems import Problem

FIELDS = {
    "title": "Shelves close on Sundays",
    "summary": "A page that a test wrote, so that a claim can be run on real Django.",
    "area": "models",
}


class Desk:
    """A folder with the data of some releases, and a place for pages and records."""

    def __init__(self, folder: Path, root: Path, releases: tuple[str, ...], seconds: int = 10) -> None:
        self.folder, self.root = folder, root
        (folder / "docs/releases").mkdir(parents=True)
        (folder / "data/proof").mkdir(parents=True)
        (folder / "sample_project").symlink_to(root / "sample_project")
        (folder / ".cache").symlink_to(root / ".cache")
        shutil.copytree(root / "data/proof/pins", folder / "data/proof/pins")
        for name in ("patches.json", "support.yml"):
            (folder / "data" / name).symlink_to(root / "data" / name)
        facts = json.loads((root / "data/releases.json").read_text(encoding="utf-8"))
        facts["releases"] = {release: facts["releases"][release] for release in releases}
        (folder / "data/releases.json").write_text(json.dumps(facts), encoding="utf-8")
        self.places = Places(folder, root / ".cache/prove", folder / "data/proof", seconds)

    def write(self, change: str, *fences: str, **fields: str) -> None:
        """Write a page: front matter from `fields`, body from fences."""
        path = self.folder / "docs/releases" / f"{change}.md"
        path.parent.mkdir(exist_ok=True)
        kind = fields.get("kind", "changed")
        work = {} if kind == "added" else {"impact": "low", "fixer": "manual"}
        meta = {**FIELDS, "kind": kind, **work, **fields}
        lines = [f"{key}: {value}" for key, value in meta.items() if value]
        path.write_text("\n".join(["---", *lines, "---", "A claim.", "", *fences, ""]), encoding="utf-8")

    def write_guide(self, guide: str, *evidence: str) -> Path:
        """Write a guide (`upgrade/hosting`) with nothing but evidence."""
        path = self.folder / "docs" / f"{guide}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = "---\ntitle: A guide to moving\nsummary: What a test wrote about moving.\n---\n"
        path.write_text("\n".join([front, "## Evidence", *evidence, ""]), encoding="utf-8")
        return path

    def library(self) -> Library:
        """The pages, which must be well-formed."""
        library, problems = load(self.folder)
        assert not problems, problems
        return library

    def prove(self, again: bool = False, may_lack: bool = False) -> Outcome:
        """Run what is stale. A service that is missing fails the test with what to install, unless it `may_lack`."""
        library = self.library()
        outcome = prove(self.places, library, [*library.changes, *library.guides], again)
        if outcome.unmet and not may_lack:
            pytest.fail(
                "; ".join(f"{need}: {reason}" for need, reason in outcome.unmet.items()), pytrace=False
            )
        return outcome

    def problems(self) -> list[Problem]:
        """What the judge says of the records as they are."""
        return judge.inspect(self.folder, self.library())

    def record(self, change: str) -> PageProof:
        """What is recorded of a page."""
        return read(self.places.proof).of(change)

    def result(self, change: str, role: str, release: str) -> Result:
        """What one sample did on one release."""
        return self.record(change).samples[role].by_release[release]


def fence(title: str, text: str, language: str = "python") -> str:
    """A fenced block with a title."""
    return f'```{language} title="{title}"\n{text.strip()}\n```\n'
