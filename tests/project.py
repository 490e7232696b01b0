"""A small project for tests: the real facts, and pages that a test writes itself."""

from pathlib import Path

from atlas.facts import support_dates

#: Releases that are still to come, the next one first: tests name none of them by hand, for it will come.
PLANNED = tuple(support_dates.read(Path(__file__).parents[1] / "data/support.yml").dates.planned)
#: Why no rule can find it: the line of GOOD that a test replaces by `detect:`.
NO_RULE = "undetectable: no line of code says which day it is\n"
GOOD = """\
---
title: Shelves close on Sundays
summary: Asking for a shelf on a Sunday warns now and fails in the release after next.
kind: deprecated
area: auth
impact: low
removed: 5.0
symbols: [django.contrib.auth.views.LogoutView]
tickets: [15619]
fixer: manual
undetectable: no line of code says which day it is
covers: []
---
Shelves rest.

## Who is affected
Whoever reads on Sundays.

## Before and after
```python title="Before"
print(1)
```
```python title="After"
print(2)
```

## How to change your code
Read on Saturdays.
"""
RELEASE_PAGE = """\
---
title: Django 4.1
summary: What a release page needs to be one, and no more.
uncovered:
  932c7e31: It repeats what another entry says in other words.
---
# Django 4.1
"""


class Project:
    """A project folder below `tmp_path` with the real facts, without pages and without records of runs."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.root = folder
        (folder / "docs/releases").mkdir(parents=True)
        (folder / "data").mkdir()
        for facts in data.iterdir():
            if facts.name != "proof":  # a record without its page is a problem
                (folder / "data" / facts.name).symlink_to(facts)

    def write(self, change: str, text: str = GOOD) -> Path:
        """Write one page (`4.1/slug`, `4.1/index`) and give its path as error lines show it."""
        path = self.root / "docs/releases" / f"{change}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path.relative_to(self.root)
