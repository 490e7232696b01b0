"""Order and arithmetic of Django's version numbers.

Feature releases are `X.Y` up to 6.2 LTS, then a year (`2028`); a patch release adds one number.
Source: https://docs.djangoproject.com/en/dev/internals/release-process/
"""

import re
from functools import cache
from typing import Final

#: A feature release, and any release, as the text of an expression without anchors.
FEATURE: Final = r"(?:\d\.\d{1,2}|20\d\d)"
VERSION: Final = rf"{FEATURE}(?:\.\d{{1,2}})?"
PATTERN = re.compile(VERSION)
#: A version of Python as Django names it: `3.12`.
PYTHON: Final = r"\d\.\d+"


@cache  # asked half a million times in one build, about some two hundred versions
def sort_key(version: str) -> tuple[int, ...]:
    """`"4.1.13"` as `(4, 1, 13)`, so that 4.10 sorts after 4.9 and 2028 after 6.2."""
    return tuple(int(part) for part in version.split("."))


def feature_release(version: str) -> str:
    """The feature release that a patch release belongs to: `4.1.13` gives `4.1`, `2028.1` gives `2028`."""
    parts = version.split(".")
    return parts[0] if len(parts[0]) == 4 else ".".join(parts[:2])


def is_version(text: str) -> bool:
    """Whether the text has the form of a feature or patch release."""
    return PATTERN.fullmatch(text) is not None


def product_key(version: str) -> tuple[int, ...]:
    """Order of other products' versions by the numbers in them: Oracle's `19c` sorts before `23ai`."""
    return tuple(int(part) for part in re.findall(r"\d+", version))
