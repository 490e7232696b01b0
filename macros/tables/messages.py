"""The index of messages: what Django said in the recorded runs."""

from collections.abc import Collection
from itertools import groupby

from atlas.decide.messages import messages
from atlas.facts.proofs import read
from atlas.words.spans import in_words
from macros.build.render import render
from macros.build.site import Site


def message_index(site: Site, sort: str) -> str:
    """The texts of one sort, `warnings`, `checks` or `errors`, each category under a heading of level 3."""
    rows = getattr(messages(site.library, read(site.library.facts.data / "proof")), sort)
    order = list(site.library.facts.releases)
    groups = [
        (category, category.lower().replace(".", "-"), list(said))
        for category, said in groupby(rows, key=lambda said: said.category)
    ]

    def span(releases: Collection[str]) -> str:
        return in_words(releases, order)

    return render("tables/messages.jinja", site=site, groups=groups, span=span)
