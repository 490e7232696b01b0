"""What a release page shows around its author's text: how heavy it is, and the way to its neighbors."""

import re

from macros.build.here import Here
from macros.build.render import render
from macros.markdown.samples import pair_samples
from macros.pictures.figures import weight_picture

#: The section whose list the picture sums up.
PLACE = "What breaks first"


def article(here: Here, content: str) -> str:
    """The article of a release page. `content`: the page's text as HTML."""
    build, release = here.build, here.release()
    order = [name for name in build.windows if name in build.library.release_pages]
    place = order.index(release)
    return render(
        "pages/release.jinja",
        release=release,
        body=with_picture(pair_samples(content), weight_picture(build.library, release)),
        before=order[place - 1] if place else "",
        after=order[place + 1] if place + 1 < len(order) else "",
        here=here,
    )


def with_picture(html: str, picture: str) -> str:
    """Put the picture right below the heading of "What breaks first", or at the end where there is none."""
    heading = re.search(rf"<h2\b[^>]*>{PLACE}.*?</h2>", html, re.DOTALL)
    if heading is None:
        return html + str(picture)
    return html[: heading.end()] + str(picture) + html[heading.end() :]
