"""Names of a file, resolved through its imports, held against dotted names in rules."""

from __future__ import annotations

from collections.abc import Iterable

from atlas.scan.index import Index, Ref
from atlas.scan.python.facts import Facts
from atlas.scan.python.scopes import Chain, Class, Scope, ancestry, origins
from atlas.scan.reexports import spellings


class Resolver:
    """The names of one file."""

    def __init__(self, index: Index, facts: Facts) -> None:
        self.index = index
        self.stars = facts.stars
        self.settings_object = index.tables.settings_object

    def origins(self, chain: Chain, scope: Scope) -> tuple[tuple[str, ...], bool]:
        """See `atlas.scan.python.scopes.origins`."""
        return origins(chain, scope, self.stars)

    def named(self, dotted: str) -> dict[Ref, str]:
        """Rules of kind `name` that name this or what it is part of."""
        return {
            ref: name
            for spelling in reversed(spellings(dotted, self.index.tables.reexports))
            for ref, name in self.index.under("name", spelling)
        }

    def gone(self, chain: Chain, scope: Scope) -> dict[Ref, str]:
        """Names that are gone which a chain stands for, each as it is written: other modules may still have it."""
        dotted, every = self.origins(chain, scope)
        return common([self.index.gone(name) for name in dotted], every)

    def called(self, dotted: str) -> dict[Ref, str]:
        """Rules of kind `call` that name exactly this."""
        table = self.index.named["call"]
        return {
            ref: spelling
            for spelling in spellings(dotted, self.index.tables.reexports)
            for ref in table.get(spelling, ())
        }

    def setting(self, chain: Chain, scope: Scope) -> str:
        """The X of `settings.X`, if the chain begins with Django's settings."""
        if len(chain) > 1:
            for dotted in self.origins(chain, scope)[0]:
                if dotted.startswith(self.settings_object + "."):
                    return dotted[len(self.settings_object) + 1 :].partition(".")[0]
        return ""

    def is_settings(self, chain: Chain | None, scope: Scope) -> bool:
        """Whether a chain is Django's settings object."""
        return chain is not None and self.settings_object in self.origins(chain, scope)[0]

    def derives(self, owner: Class | None, bases: Iterable[str]) -> bool:
        """Whether a class derives from one of the bases: dotted names, or last parts of names."""
        if owner is None:
            return False
        wanted = set(bases)
        for name in ancestry(owner, self.stars, self.index.tables.most_bases):
            if name.rpartition(".")[2] in wanted or not wanted.isdisjoint(
                spellings(name, self.index.tables.reexports)
            ):
                return True
        return False


def common(found: list[dict[Ref, str]], every: bool) -> dict[Ref, str]:
    """Rules met by each origin of a name (`every`), or by any of them."""
    if not found:
        return {}
    if every:
        return {ref: name for ref, name in found[0].items() if all(ref in other for other in found)}
    return {ref: name for other in reversed(found) for ref, name in other.items()}
