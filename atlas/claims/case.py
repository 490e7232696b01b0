"""One page before the judge: its claim, its recorded results, and the releases that there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.facts.proofs import PageProof, Result
from atlas.records.change import Change
from atlas.words.problems import Problem
from atlas.words.versions import sort_key


@dataclass(frozen=True)
class Case:
    """`releases`: the feature releases that exist, oldest first; the page's own is one of them."""

    change: Change
    proof: PageProof
    releases: Sequence[str]

    @property
    def own(self) -> str:
        """The page's own release."""
        return self.change.release

    @property
    def previous(self) -> str | None:
        """The release before the page's own; None for the first release that there is."""
        index = self.releases.index(self.own)
        return self.releases[index - 1] if index else None

    @property
    def rerun(self) -> str:
        """The command that runs this page's samples."""
        return f"make prove CHANGE={self.change.id}"

    def on(self, role: str, release: str) -> Result:
        """What a sample did on a release."""
        return self.proof.samples[role].by_release[release]

    def between(self, start: str, end: str | None) -> list[str]:
        """The releases from `start` up to but without `end`; up to the newest where `end` is None."""
        last = sort_key(end) if end else (9999,)
        return [release for release in self.releases if sort_key(start) <= sort_key(release) < last]

    def at(self, field: str, message: str, remedy: str = "") -> Problem:
        """A problem with a field of the front matter; the line of `kind` where the field is not there."""
        page = self.change.page
        line = page.line_of(field) if field in page.lines else page.line_of("kind")
        return Problem(page.path, line, field, message, remedy)

    def sample(self, role: str, message: str, remedy: str = "") -> Problem:
        """A problem with what a sample did."""
        lines = [fence.line for fence in self.change.page.fences if fence.title == role]
        return Problem(self.change.page.path, lines[0] if lines else 0, role, message, remedy)

    def found(self, role: str, releases: Sequence[str]) -> str:
        """What a sample did, release by release: `4.0 runs and prints '1'; 4.1, 4.2 fails with …`."""
        said: dict[str, list[str]] = {}
        for release in releases:
            said.setdefault(str(self.on(role, release)), []).append(release)
        return "; ".join(f"{', '.join(names)} {words}" for words, names in said.items())
