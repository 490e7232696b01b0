"""The index of messages: what Django said in the recorded runs."""

from collections.abc import Iterable

from atlas.messages import messages
from atlas.proof import read
from macros.render import render
from macros.site import Site
from macros.strip import spans

SORTS = {
    "warnings": ("warning", "warnings", "Category"),
    "checks": ("message of the system checks", "messages of the system checks", "Check"),
    "errors": ("error", "errors", "Type"),
}


def message_index(site: Site, sort: str) -> str:
    """One table: `warnings`, `checks` or `errors`."""
    rows = getattr(messages(site.library, read(site.library.facts.data / "proof")), sort)
    one, many, category = SORTS[sort]
    order = list(site.library.facts.releases)

    def span(releases: Iterable[str]) -> str:
        return spans(releases, order)

    caption = f"{len(rows)} {one if len(rows) == 1 else many}"
    return render("messages.jinja", site=site, rows=rows, span=span, caption=caption, category=category)
