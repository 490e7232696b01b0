"""The one way in which a sync ends early."""


class SyncError(Exception):
    """What stopped the sync, as one line for the person who ran it: what, where, remedy."""


def shape_error(file: str, line: int, found: str, expected: str) -> SyncError:
    """The error for a file of Django's docs that is not written as this package knows them."""
    remedy = "see whether Django changed its layout, then teach atlas/sync to read it"
    return SyncError(f"{file}:{line}: found {found}, expected {expected}; {remedy}")
