"""All records and facts together: the one thing that tables, exports and checks are made from."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from atlas.facts.django import Facts
from atlas.facts.reading import in_words
from atlas.records.change import SAY_THE_END, Change, Record, ReleasePage
from atlas.records.guides import Guide, load_guides
from atlas.records.pages import Page, read_page
from atlas.words.problems import Problem, did_you_mean
from atlas.words.versions import sort_key

#: Front matter that belongs to the site builder, not to the record.
SITE_KEYS = frozenset({"render_macros", "template", "hide", "search"})


@dataclass(frozen=True)
class Library:
    """Validated records of `docs/` beside the facts of `data/`."""

    facts: Facts
    changes: tuple[Change, ...]
    release_pages: dict[str, ReleasePage]
    #: Every page below docs/releases/<v>/, those with broken front matter too.
    pages: tuple[Page, ...]

    @cached_property
    def by_id(self) -> dict[str, Change]:
        """Changes by id (`4.1/logout-by-post`)."""
        return {change.id: change for change in self.changes}

    @cached_property
    def by_unit(self) -> dict[str, Change]:
        """The change that covers each unit of the official notes."""
        return {unit: change for change in self.changes for unit in change.covers}

    @cached_property
    def guides(self) -> tuple[Guide, ...]:
        """Guides whose sentences are run, by path. Read when they are first asked for."""
        return load_guides(self.facts.root)

    def at(self, source: str) -> Change | None:
        """The change whose page's file is this, from `docs/`; None for any other page."""
        return self._by_source.get(source)

    @cached_property
    def _by_source(self) -> dict[str, Change]:
        return {change.source: change for change in self.changes}

    def of_release(self, release: str) -> list[Change]:
        """The changes that first appear in a feature release, in order of title."""
        return list(self._by_release.get(release, ()))

    @cached_property
    def _by_release(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.release, []).append(change)
        return found


@dataclass(frozen=True)
class ReadFile:
    """One file below docs/releases/ as it was read. `record` is None where problems kept it from being one."""

    page: Page
    record: Record | None
    problems: tuple[Problem, ...]


def load(root: Path, read: Callable[[Path, Path], ReadFile] | None = None) -> tuple[Library, list[Problem]]:
    """Read every record below `root/docs/releases`. Broken ones are left out and reported, all at once.

    read: gives the entry for a file below a root; `read_entry` unless somebody keeps entries of before.
    """
    entries = [(read or read_entry)(path, root) for path in files(root)]
    records = [entry.record for entry in entries]
    changes = [record for record in records if isinstance(record, Change)]
    changes.sort(key=lambda change: (sort_key(change.release), change.title.lower()))
    release_pages = {record.release: record for record in records if isinstance(record, ReleasePage)}
    problems = [problem for entry in entries for problem in entry.problems]
    return Library(
        Facts(root), tuple(changes), release_pages, tuple(entry.page for entry in entries)
    ), problems


def files(root: Path) -> list[Path]:
    """Every file that holds a record, in order of release and name."""
    folders = sorted((path for path in (root / "docs/releases").iterdir() if path.is_dir()), key=_folder_key)
    return [path for folder in folders for path in sorted(folder.glob("*.md"))]


def read_entry(path: Path, root: Path) -> ReadFile:
    """Read and validate one file below `root`."""
    page = read_page(path, path.relative_to(root))
    if page.problems:
        return ReadFile(page, None, page.problems)
    release, problems = path.parent.name, list[Problem]()
    if path.name == "index.md":
        record = _build(ReleasePage, page, problems, release=release)
    else:
        record = _build(Change, page, problems, release=release, id=f"{release}/{path.stem}")
    if isinstance(record, Change) and record.kind == "deprecated" and not record.removed:
        # Nothing can be drawn of it, and no claim judged. `check.fields` says the same beside other mistakes.
        message = "missing, and kind deprecated needs it"
        problems.append(Problem(page.path, page.line_of("kind"), "removed", message, SAY_THE_END))
    return ReadFile(page, None if problems else record, tuple(problems))


def _folder_key(path: Path) -> tuple[int, ...]:
    try:
        return sort_key(path.name)
    except ValueError:
        return (0,)


def _build(model: type[Record], page: Page, problems: list[Problem], **place: str) -> Record | None:
    meta = {key: value for key, value in page.meta.items() if key not in SITE_KEYS}
    try:
        return model(page=page, **{**meta, **place})
    except ValidationError as error:
        problems += [_problem(page, dict(row), model) for row in error.errors()]
        return None
    except TypeError:
        problems.append(
            Problem(page.path, 1, "front matter", "a key is not text", "write `key: value` lines")
        )
        return None


#: What some sorts of mistakes mean to an author, who writes YAML.
MEANT: Final = {
    "tuple_type": "a list such as [a, b]",
    "dict_type": "`key: value` lines",
    "model_type": "`key: value` pairs",
    "too_long": "no more than {max_length}",
}


def _problem(page: Page, error: dict[str, Any], model: type[Record]) -> Problem:
    place = [str(part) for part in error["loc"]]
    name, line = ".".join(place) or "front matter", page.line_of(*place)
    if error["type"] == "extra_forbidden":
        fields = sorted(set(model.model_fields) - {"id", "release", "page", "severity"})
        inner = f"one of {', '.join(fields)}" if len(place) == 1 else "only the fields of a detection rule"
        return Problem(page.path, line, name, f"unknown field, expected {inner}", did_you_mean(name, fields))
    message = in_words(error, MEANT)
    if error["type"] == "missing":
        message += ", and every page of this sort needs it"
    words = message.partition(", expected one of ")[2]
    remedy = did_you_mean(str(error["input"]), words.split(", ")) if words else ""
    return Problem(page.path, line, name, message, remedy)
