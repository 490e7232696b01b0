"""The one place that reads the clock. Everything else takes `today` as a parameter."""

import os
from datetime import UTC, date, datetime


def build_date() -> date:
    """The day of this build in UTC; `SOURCE_DATE_EPOCH` (seconds since 1970) pins it for reproducible builds.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    pinned = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(pinned), UTC) if pinned else datetime.now(UTC)
    return moment.date()
