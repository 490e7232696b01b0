"""The records that people write: a change page and a release page, typed and validated.

The path is the id: `docs/releases/4.1/logout-by-post.md` is change `4.1/logout-by-post`.
"""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
)

from atlas.facts.reading import form
from atlas.facts.schema import CveId, Feature, UnitHash
from atlas.records.evidence import has_evidence
from atlas.records.pages import Page
from atlas.records.rules import Rules
from atlas.words.versions import sort_key
from atlas.words.vocabulary import AREAS, FORCES_WORK, HARMS, IMPACTS, KINDS, NEEDS, REACHES, SEVERITIES


def one_of(allowed: Any) -> AfterValidator:
    """Accept only a word of a closed list; the message names all of them."""
    words = ", ".join(sorted(allowed) if isinstance(allowed, frozenset) else allowed)

    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"expected one of {words}")
        return value

    return AfterValidator(check)


Symbol = Annotated[str, form(r"[^\s`]+(?: [^\s`]+)*", "a name as one writes it in code, without backquotes")]
Title = Annotated[str, Field(min_length=8, max_length=90)]
Keyword = Annotated[str, form(r"\S+(?: \S+)*", "words with one blank between two of them")]
Summary = Annotated[str, Field(min_length=20, max_length=200)]
Reason = Annotated[str, Field(min_length=15)]
Ticket = Annotated[int, Field(gt=0, lt=100_000), BeforeValidator(lambda value: str(value).removeprefix("#"))]


class Record(BaseModel):
    """What every record has: its release and page. Unknown fields are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    release: Feature
    page: Page = Field(repr=False, exclude=True)


#: What to do about a deprecation without an end.
SAY_THE_END = "add `removed:` with the release in which it goes"


class Change(Record):
    """One change, in the feature release where it first appears."""

    id: str
    title: Title
    summary: Summary
    kind: Annotated[str, one_of(KINDS)]
    area: Annotated[str, one_of(AREAS)]
    impact: Annotated[str, one_of(IMPACTS)] | None = None
    #: What happens to code that is left as it is. Never typed: `decide.impact` computes it.
    severity: Annotated[str, one_of(SEVERITIES)] | None = None
    #: What is lost by those who overlook it.
    harm: Annotated[str, one_of(HARMS)] | None = None
    #: How many projects meet it, with the reason: `{few: "projects that write a database backend"}`.
    reach: Annotated[dict[Annotated[str, one_of(REACHES)], Reason], Field(max_length=1)] = {}
    #: What differs is how something looks.
    looks: bool = False
    #: Nothing warns and nothing fails, but the result differs.
    silent: bool = False
    #: Where a deprecation ends.
    removed: Feature | None = None
    #: The earliest release on which After works. Default: the page's own release.
    fix_from: Feature | None = None
    #: The release in which what After does is deprecated, removed or changed again. Default: it still holds.
    until: Feature | None = None
    #: From `removed` on the old code is accepted without a word and has no effect.
    ignored: bool = False
    #: What the release asks for, by name: `{PostgreSQL: "11"}`, `{Python: "3.8"}`, `{asgiref: 3.5.2}`.
    requires: dict[str, str] = {}
    symbols: tuple[Symbol, ...] = ()
    #: Words that people type into the search and that stand nowhere on the page.
    keywords: tuple[Keyword, ...] = ()
    tickets: tuple[Ticket, ...] = ()
    cves: tuple[CveId, ...] = ()
    #: `manual`, or the django-upgrade fixer that rewrites the common form.
    fixer: str | None = None
    #: Hashes of the units of the official notes that this page stands for.
    covers: tuple[UnitHash, ...] = ()
    needs: tuple[Annotated[str, one_of(NEEDS)], ...] = ()
    #: Why the claim cannot be run.
    unproved: Reason | None = None
    detect: Rules = ()
    #: Hits count only in projects in which one of these finds something, anywhere.
    only_with: Rules = ()
    #: Why no rule can find it in a code base. Instead of `detect:`.
    undetectable: Reason | None = None
    #: `migrations`: what stands in migration files is no hit.
    exclude: Literal["migrations"] | None = None

    @field_validator("removed")
    @classmethod
    def _ends_later(cls, removed: str | None, info: ValidationInfo) -> str | None:
        release = info.data.get("release")
        if removed and release and sort_key(removed) <= sort_key(release):
            raise ValueError(f"expected a release after {release}")
        return removed

    @property
    def slug(self) -> str:
        """The last part of the id."""
        return self.id.partition("/")[2]

    @property
    def source(self) -> str:
        """The page's file, from `docs/`."""
        return f"releases/{self.id}.md"

    @property
    def url(self) -> str:
        """The page's place on the site, without a leading slash."""
        return f"releases/{self.id}/"

    @property
    def fixable_from(self) -> str:
        """The earliest release on which the new code works."""
        return self.fix_from or self.release

    @property
    def necessary_by(self) -> str:
        """The release on which the old code no longer does what it did."""
        return self.removed or self.release

    @property
    def forces_work(self) -> bool:
        """Whether somebody has to do something: those who use the thing, or whom something new gets in the way of."""
        return self.kind in FORCES_WORK or (
            bool(self.detect or self.undetectable) and has_evidence(self.page)
        )


class ReleasePage(Record):
    """The page of a feature release, and the units of its notes that are left out with a reason."""

    title: Title
    summary: Summary
    uncovered: dict[UnitHash, Annotated[str, Field(min_length=15)]] = {}
