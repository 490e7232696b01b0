"""Which pages a commit proves cold, where running all of them would take too long."""

from hashlib import sha256

from atlas.claims.keys import Proved

#: Into so many parts the pages are dealt; a commit draws one.
PARTS = 8


def drawn_by(commit: int, pages: list[Proved]) -> list[Proved]:
    """The part of `pages` that a commit draws; `commit` is its hash as a number.

    A page stays in its part, whatever else is added, so that a few commits run all of them.
    """
    return [page for page in pages if _number(page.id) % PARTS == commit % PARTS]


def _number(identifier: str) -> int:
    return int(sha256(identifier.encode()).hexdigest(), 16)
