"""Dates as the sources give them: a day, or a month where no more is known. A month stays a month."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

#: English whatever the machine's locale is.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: The text of expressions without anchors: `2026-08-05`, and the same or `2027-04`.
DAY: Final = r"\d{4}-\d\d-\d\d"
DAY_OR_MONTH: Final = r"(\d{4})-(\d\d)(?:-(\d\d))?"
FORM = re.compile(DAY_OR_MONTH)
#: What is longer ago than this many years is said to be that long ago.
MOST_YEARS: Final = 10


@dataclass(frozen=True)
class When:
    """A day, or a whole month (`day` is None)."""

    year: int
    month: int
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "When":
        """Read `YYYY-MM-DD` or `YYYY-MM`. Errors: ValueError for any other text or an impossible day."""
        match = FORM.fullmatch(text)
        if not match:
            raise ValueError(f"found {text!r}, expected YYYY-MM-DD or YYYY-MM")
        found = cls(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
        try:
            _ = found.first, found.last  # an impossible month or day fails here, not in a page
        except ValueError:
            raise ValueError(f"found {text!r}, expected a day that the calendar has") from None
        return found

    @property
    def first(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        return date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])

    @property
    def next_day(self) -> date:
        """The first day on which it is over."""
        return self.last + timedelta(days=1)

    @property
    def iso(self) -> str:
        """`2027-04` or `2026-08-05`: as in the source, and as HTML's `datetime` wants it."""
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @property
    def text(self) -> str:
        """`April 2027` or `August 5, 2026`."""
        month = MONTHS[self.month - 1]
        return f"{month} {self.day}, {self.year}" if self.day else f"{month} {self.year}"

    @property
    def short(self) -> str:
        """`Apr 2027` or `Aug 5, 2026`, for tables."""
        month = MONTHS[self.month - 1]
        return self.text.replace(month, month[:3])

    @property
    def placed(self) -> str:
        """`in April 2027` or `on August 5, 2026`."""
        return f"{'on' if self.day else 'in'} {self.text}"

    def over(self, today: date) -> bool:
        """Whether it lies wholly in the past. The day itself, and every day of the month, still count."""
        return today > self.last


def day(today: date) -> When:
    """A calendar day as a `When`."""
    return When(today.year, today.month, today.day)


def anniversary(first: date, years: int) -> date:
    """The same day in a later year; March 1 for February 29 where that year has none."""
    try:
        return first.replace(year=first.year + years)
    except ValueError:
        return date(first.year + years, 3, 1)


def long_ago(then: When, today: date) -> str:
    """How long it has been over, in whole years: `more than a year ago`. Empty in the first year.

    Counted from the first day on which it is over, and said up to `MOST_YEARS`, so that it changes on few days.
    """
    years = sum(anniversary(then.next_day, years) <= today for years in range(1, MOST_YEARS + 1))
    return f"more than {'a year' if years == 1 else f'{years} years'} ago" if years else ""
