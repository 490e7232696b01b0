"""The index of messages: what Django said in the recorded runs."""

from collections.abc import Collection
from itertools import groupby

from atlas.decide.messages import messages
from atlas.words.spans import in_words
from macros.build.here import Here
from macros.build.render import render


def message_index(here: Here, sort: str) -> str:
    """The texts of one sort, `warnings`, `checks` or `errors`, each category under a heading of level 3."""
    rows = getattr(messages(here.build.library, here.build.proofs), sort)
    order = list(here.build.library.facts.releases)
    groups = [
        (category, category.lower().replace(".", "-"), list(said))
        for category, said in groupby(rows, key=lambda said: said.category)
    ]

    def span(releases: Collection[str]) -> str:
        return in_words(releases, order)

    return render("tables/messages.jinja", here=here, groups=groups, span=span)
