"""The steps of an update. Each does what is left of it, so an interrupted update goes on where it was."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from atlas.facts import behind, pins
from atlas.facts.django import Facts
from atlas.prove import defaults, environments, proving
from atlas.prove import pins as locks
from atlas.prove.environments import NotRun
from atlas.prove.targets import Target, targets
from atlas.records.library import load
from atlas.sync import __main__ as sync
from atlas.sync.docs import __main__ as docs
from atlas.sync.sources.sdist import read_sdist
from atlas.update import records

Report = Callable[[str], None]


class Stopped(Exception):  # noqa: N818 - the update waits for somebody
    """Why an update cannot go on: one line or more for the person who runs it."""


@dataclass(frozen=True)
class Update:
    """root: the project's folder; archives: source distributions to read before the package index is asked.

    report: gets a line for what takes a while.
    """

    root: Path
    archives: Sequence[Path]
    report: Report

    def facts(self) -> str:
        """Read the newest Django; begin pages of patch releases."""
        archives = self.archives
        changed = sync.sync(archives, self.root / "data", self.report)
        return f"changed {', '.join(changed)}" if changed else ""

    def documentation(self) -> str:
        """Read pages, anchors and modules of series with a newer patch release."""
        at_hand = {read_sdist(path).version: path for path in self.archives}
        read = docs.update(self.root, at_hand=at_hand)
        return f"read Django {', '.join(read)}" if read else ""

    def locks(self) -> str:
        """Lock releases whose lock has another Django. Other packages stay where they are."""
        late = [one for one in self._targets() if pins.locked(self.root, one.release) != one.django]
        with ThreadPoolExecutor(4) as pool:
            words = list(pool.map(lambda target: locks.lock(self.root, target, keep=True), late))
        if not pins.path(self.root, pins.MARIADB).exists():
            words.append(locks.lock_driver(self.root, self._targets()))
        _stop_at(word for word in words if word)
        return f"locked Django {', '.join(one.django for one in late)}" if late else ""

    def environments(self) -> str:
        """Make the environment of each release that has none."""
        wanted = [one for one in self._targets() if not self._is_made(one)]
        with ThreadPoolExecutor(2) as pool:
            made = list(pool.map(lambda one: environments.ensure(self.root, one, self._cache), wanted))
        _stop_at(f"Django {one.target.release}: {one.reason}" for one in made if isinstance(one, NotRun))
        return f"made those of Django {', '.join(one.django for one in wanted)}" if wanted else ""

    def defaults(self) -> str:
        """Ask every release what it gives a new project."""
        wanted = self._targets()
        late = defaults.stale(self.root / "data", wanted)
        if not late:
            return ""
        found, missing = defaults.run(self.root, self._cache, wanted)
        _stop_at(f"Django {one.target.release}: {one.reason}" for one in missing)
        defaults.write(self.root / "data", found)
        return f"asked Django {', '.join(late)}"

    def runs(self) -> str:
        """Run every sample and statement whose record is stale."""
        library, broken = load(self.root)
        _stop_at(map(str, broken))
        places = proving.Places(self.root, self.root / ".cache/prove", self.root / "data/proof")
        records.keep(places.proof, self._before)
        outcome = proving.prove(places, library, [*library.changes, *library.guides])
        _stop_at(
            [
                *(f"Django {one.target.release}: not run: {one.reason}" for one in outcome.not_run),
                *(f"needs: {need}: not run: {reason}" for need, reason in outcome.unmet.items()),
            ]
        )
        return f"ran {len(outcome.results)} samples and statements" if outcome.results else ""

    def differences(self) -> list[str]:
        """What gave other results than before the update, release by release."""
        return records.differences(self._before, self.root / "data/proof")

    def finish(self) -> None:
        """Forget how the records were before."""
        records.forget(self._before)

    def behind(self) -> list[str]:
        """What is left to do by this command."""
        return [str(one) for one in behind.problems(Facts(self.root))]

    @property
    def _cache(self) -> Path:
        return self.root / ".cache/prove/environments"

    @property
    def _before(self) -> Path:
        return self.root / ".cache/update/records-before"

    def _targets(self) -> list[Target]:
        return targets(Facts(self.root))

    def _is_made(self, target: Target) -> bool:
        return environments.is_made(self.root, target, self._cache)


def _stop_at(lines: Iterable[str]) -> None:
    """Stop with these lines, if there are any."""
    words = list(lines)
    if words:
        raise Stopped("\n".join(words))
