"""What a release page shows around its author's text: how heavy it is, and the way to its neighbors."""

from collections.abc import Iterator

from macros.build.here import Here
from macros.build.render import render
from macros.markdown.insertions import Insertion
from macros.pictures.figures import weight_picture

#: The section whose list the picture sums up.
PLACE = "What breaks first"


def article(here: Here, content: str) -> str:
    """The article of a release page. `content`: the page's text as HTML, with the `insertions`."""
    build, release = here.build, here.release()
    order = [name for name in build.windows if name in build.library.release_pages]
    place = order.index(release)
    return render(
        "pages/release.jinja",
        release=release,
        body=content,
        before=order[place - 1] if place else "",
        after=order[place + 1] if place + 1 < len(order) else "",
        here=here,
    )


def insertions(here: Here) -> Iterator[Insertion]:
    """What belongs among the headings of a release page: the picture of its weight, which sums up a section."""
    if picture := weight_picture(here.build.library, here.release()):
        yield Insertion(picture, (PLACE,), below=True)
