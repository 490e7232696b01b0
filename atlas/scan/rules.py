"""What the scanner is given: rules, changes and whole files of rules as plain data, as JSON has them.

`atlas.records.rules` says what each part of a rule means, `atlas.publish.rules` writes the files.
"""

from typing import Final, Literal, Optional, TypedDict

from atlas.scan.tables import TableData
from atlas.words.rule_kinds import PlainRule

#: Of both files of rules. Goes up when a reader would have to change: 2 has `tables`, and no `value_not`; 3 has
#: `imports`, and limits against hostile texts.
FORMAT: Final = 3


class _Limited(TypedDict, total=False):
    #: The name of a folder in which nothing counts.
    exclude: str
    #: Hits count only in projects in which one of these finds something.
    only_with: list[PlainRule]


class Ruled(_Limited):
    """What an engine needs of a change."""

    id: str
    #: The release on which code has to have changed.
    necessary_by: str
    rules: list[PlainRule]


class _DescribedInPart(_Limited, total=False):
    #: A key of `vocabulary.SEVERITIES`.
    severity: str
    removed: str
    silent: bool
    fixer: str
    undetectable: str


class Described(_DescribedInPart):
    """A change as a report tells of it. rules: none where no rule can see it, for the reason in `undetectable`."""

    id: str
    title: str
    kind: str
    impact: Optional[str]  # read at run time (`atlas.scan.shape`), so in the words of Python 3.9
    fixable_from: str
    rules: list[PlainRule]


class Gone(TypedDict, total=False):
    """A name that a release lacks and the one before has. now: where it is; change: a page that tells of it."""

    now: str
    change: str


#: By the release that lacks them, then by name.
GoneImports = dict[str, dict[str, Gone]]


class Concerned(Described):
    """A change that concerns a move: old code `breaks` on the way, or does so after it (`pending`)."""

    necessary_by: str
    state: Literal["breaks", "pending"]


class Catalog(TypedDict):
    """A file of rules for the command line: all changes that force work."""

    format: int
    #: Where the pages are published, with a slash at the end.
    site: str
    #: Feature releases, oldest first.
    releases: list[str]
    tables: TableData
    changes: list[Described]
    #: Names of which no rule of a change tells in the release that lacks them.
    imports: GoneImports


class _CompactInPart(_Limited, total=False):
    removed: str


class CompactChange(_CompactInPart):
    """The rules of one change, and where a deprecation ends."""

    rules: list[PlainRule]


class Compact(TypedDict):
    """A file of rules for a page that knows the changes already: by id."""

    format: int
    tables: TableData
    changes: dict[str, CompactChange]
    imports: GoneImports
