"""What browsers are told while they show a page: that it changed, that a style sheet changed, what is wrong with it."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Template
from threading import Condition
from typing import Final

from markupsafe import escape

from preview.failures import Failure
from preview.moments import Shown
from preview.session import Session

FOLDER: Final = Path(__file__).parent
PREFIX: Final = "/__preview/"
#: Seconds after which a word is sent that says nothing, so that a connection whose browser has gone is noticed.
SILENCE: Final = 20.0


class Browsers:
    """All connections that wait for news."""

    def __init__(self) -> None:
        self._news = Condition()
        self.told = 0

    def tell(self) -> None:
        """Wake all of them."""
        with self._news:
            self.told += 1
            self._news.notify_all()

    def events(self, session: Session, version: int, source: str) -> Iterator[str]:
        """Server-sent events for a page that was drawn in a version. source: of the page, empty for others."""
        said, known = "", -1
        while True:
            with self._news:
                self._news.wait_for(lambda known=known: self.told != known, SILENCE)  # type: ignore[misc]
                known = self.told
            changed = session.changed_since(version)
            if changed and all(_is_style(path) for path in changed):
                version = session.history[-1].version
                paths = sorted(path.removeprefix("docs/") for path in changed)
                yield event("styles", {"version": version, "paths": paths})
            elif changed or version < session.history[0].version:  # or the preview was started again
                yield event("page", {})
                return
            problems = event("problems", problems_of(session.shown, source)) if session.shown else said
            yield problems if problems != said else ": still here\n\n"
            said = problems


def event(name: str, data: object) -> str:
    """One server-sent event. Source: https://html.spec.whatwg.org/multipage/server-sent-events.html"""
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


def problems_of(shown: Shown, source: str) -> dict[str, object]:
    """Lines about the page, and the number of those about others."""
    here = [line for line in shown.problems if source and line.startswith(f"docs/{source}:")]
    warnings = shown.warnings.get(source, ())
    return {"here": [*here, *warnings], "elsewhere": len(shown.problems) - len(here)}


def with_client(html: bytes, version: int, source: str) -> bytes:
    """A page with the script of the preview at its end."""
    attributes = f'src="{PREFIX}client.js" data-version="{version}" data-source="{escape(source)}"'
    before, body, after = html.rpartition(b"</body>")
    return before + f"<script {attributes}></script>".encode() + body + after


def failure_page(failure: Failure, heading: str, others: Iterable[str] = ()) -> bytes:
    """The page that says what went wrong."""
    lines = "\n".join([*failure.problems, *failure.places, *others])
    template = Template((FOLDER / "failure.html").read_text(encoding="utf-8"))
    return template.substitute(heading=escape(heading), lines=escape(lines)).encode()


def _is_style(path: str) -> bool:
    return path.startswith("docs/") and path.endswith(".css")
