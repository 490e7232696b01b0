"""What each release gives a new project: the files it generates and the defaults of its settings.

`atlas.facts.default_files` reads them from `data/defaults/`.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from atlas.words.versions import sort_key

#: Release to text.
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Stretch:
    """Neighboring releases in which something is the same."""

    releases: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class DefaultsOfHop:
    """What one feature release changed: names of settings, and for changed ones the default before and after."""

    old: str
    new: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Defaults:
    """`read`: release to the version that was run. The others: a name to what each release has that knows it.

    settings: defaults as Python writes them; database: the same for keys of an entry of DATABASES;
    announced: settings of which a project that does not set them is told something;
    files: the text of generated files by path below the project's folder.
    """

    read: Mapping[str, str]
    settings: Mapping[str, Texts]
    database: Mapping[str, Texts]
    announced: Mapping[str, frozenset[str]]
    files: Mapping[str, Texts]

    @property
    def releases(self) -> list[str]:
        """The releases that were run, oldest first."""
        return sorted(self.read, key=sort_key)

    def segments(self, texts: Texts) -> list[Stretch]:
        """Runs of neighboring releases that have the same text, oldest first; gaps are left out."""
        found: list[Stretch] = []
        for before, release in pairwise(["", *self.releases]):
            text = texts.get(release)
            if text is None:
                continue
            if found and found[-1].releases[-1] == before and found[-1].text == text:
                found[-1] = Stretch((*found[-1].releases, release), text)
            else:
                found.append(Stretch((release,), text))
        return found

    def hops(self) -> list[DefaultsOfHop]:
        """Every hop in order, also those that changed nothing."""
        return [self._hop(old, new) for old, new in pairwise(self.releases)]

    def _hop(self, old: str, new: str) -> DefaultsOfHop:
        pairs = [(name, texts.get(old), texts.get(new)) for name, texts in self.settings.items()]
        return DefaultsOfHop(
            old,
            new,
            added=tuple(name for name, was, now in pairs if was is None and now is not None),
            removed=tuple(name for name, was, now in pairs if was is not None and now is None),
            changed=tuple((name, was, now) for name, was, now in pairs if was and now and was != now),
        )

    def told(self, name: str, hop: DefaultsOfHop) -> bool:
        """Whether a release before the change spoke of the setting to a project that does not set it."""
        before = [release for release in self.releases if sort_key(release) < sort_key(hop.new)]
        return bool(self.announced.get(name, frozenset()) & set(before))

    def assigned(self, release: str) -> frozenset[str]:
        """The settings that the generated `settings.py` of a release sets."""
        tree = ast.parse(self.files["mysite/settings.py"][release])
        targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
        return frozenset(target.id for target in targets if isinstance(target, ast.Name))
