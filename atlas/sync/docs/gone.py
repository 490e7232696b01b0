"""Names that can be imported from one release and not from the next, and where each of them is in the next."""

from collections import Counter
from difflib import SequenceMatcher
from typing import Final

from atlas.sync.docs.bindings import Bindings, Bound

#: The least share of its code that a definition keeps when it moves; one that keeps less is another of that name.
ALIKE: Final = 0.6


def gone(before: Bindings, after: Bindings) -> dict[str, str]:
    """Each name that dies, to its name in the next release or to nothing, in order.

    Of a module that is gone, the names in it are told only where they moved.
    """
    pair = _Pair(before, after)
    return {
        name: moved for name in sorted(pair.gone) if (moved := pair.moved(name)) or not pair.is_under(name)
    }


class _Pair:
    def __init__(self, before: Bindings, after: Bindings) -> None:
        self.before, self.after = before, after
        self.old, self.new = before.every(), after.every()
        self.gone = self.old.keys() - self.new.keys() - before.doubtful()
        self._moved: dict[str, str] = {}
        #: Last part of a name to the homes in the next release that are new.
        self._fresh: dict[str, set[str]] = {}
        for name, home in self.new.items():
            if name == home and name not in self.old:
                self._fresh.setdefault(name.rpartition(".")[2], set()).add(home)
        self._offered = _offered(self.new)

    def is_under(self, name: str) -> bool:
        """Whether a name lies in a module that is gone as a whole."""
        module = name.rpartition(".")[0]
        return module in self.gone and module in self.before.paths

    def moved(self, name: str) -> str:
        """Where what a name stood for is in the next release; nothing where it is nowhere, or in several places."""
        if name not in self._moved:
            self._moved[name] = ""
            self._moved[name] = self._look(name)
        return self._moved[name]

    def _look(self, name: str) -> str:
        home = self.old.get(name, name)
        if name in self.before.paths:
            return self._module(name)
        if home != name:
            if not home.startswith("django."):
                return home
            return self._public(home) if home in self.new else self.moved(home)
        code = self.before.definition(name)
        found = [
            other
            for other in self._fresh.get(name.rpartition(".")[2], ())
            if code and _alike(code, self.after.definition(other))
        ]
        return self._public(found[0]) if len(found) == 1 else ""

    def _module(self, module: str) -> str:
        """Where a module went: where all went that it defined itself."""
        own = [
            f"{module}.{name}" for name, home in self.before.of(module).items() if home == f"{module}.{name}"
        ]
        homes = Counter(self.new.get(self.moved(name), "").rpartition(".")[0] for name in own)
        return next(iter(homes)) if len(homes) == 1 else ""

    def _public(self, home: str) -> str:
        """The name by which a package above offers a definition, if one does."""
        module, _, last = home.rpartition(".")
        above = (
            name for name in self._offered.get(home, ()) if module.startswith(f"{name.rpartition('.')[0]}.")
        )
        return min((name for name in above if name.rpartition(".")[2] == last), key=len, default=home)


def _offered(bound: Bound) -> dict[str, list[str]]:
    """Definitions to all names under which modules offer them."""
    found: dict[str, list[str]] = {}
    for name, home in bound.items():
        if name != home:
            found.setdefault(home, []).append(name)
    return found


def _alike(one: str, other: str | None) -> bool:
    if other is None:
        return False
    lines = SequenceMatcher(None, one.split("\n"), other.split("\n"), autojunk=False)
    return lines.ratio() >= ALIKE
