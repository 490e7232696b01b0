"""Support windows for tests: the dates of real releases, written out so that no new fact changes a test."""

from atlas.decide.support import Window
from atlas.words.dates import When


def window(release: str, dates: str, lts: bool = False, planned: bool = False) -> Window:
    """A window from `RELEASED BUG-FIXES-END SECURITY-FIXES-END`."""
    released, bugs, security = (When.parse(text) for text in dates.split())
    return Window(release, lts, planned, released, bugs, security)


KNOWN = {
    one.release: one
    for one in (
        window("4.1", "2022-08-03 2023-04-05 2023-12-01"),
        window("4.2", "2023-04-03 2023-12-04 2026-04-07", lts=True),
        window("5.2", "2025-04-02 2025-12-03 2028-04", lts=True),
        window("6.0", "2025-12-03 2026-08-04 2027-04"),
        window("6.1", "2026-08-05 2027-04 2027-12"),
        window("6.2", "2027-04 2027-12 2030-04", lts=True, planned=True),
    )
}
