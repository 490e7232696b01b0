"""The form of what has a number for a name: CVEs, notes, runs. Versions and dates have modules of their own.

Each is the text of an expression without anchors, for whoever looks for one, checks one, or publishes the form.
"""

from typing import Final

CVE_ID: Final = r"CVE-\d{4}-\d{4,}"
#: The first digits of a hash: of a unit of the official notes, and of what a recorded run depends on.
UNIT_HASH: Final = r"[0-9a-f]{8}"
RUN_KEY: Final = r"[0-9a-f]{12}"
#: The last part of a change's id.
SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
