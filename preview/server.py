"""The web server of the preview: addresses to pages, files and news."""

import mimetypes
import posixpath
import socket
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from urllib.parse import parse_qs, unquote, urlsplit

from preview.browsers import FOLDER, PREFIX, Browsers, failure_page, with_client
from preview.failures import Failed, Failure
from preview.moments import Shown
from preview.processes import Gone
from preview.session import Session

HTML = "text/html; charset=utf-8"
#: Types that Python's list lacks, or has otherwise on some machines.
TYPES = {".js": "text/javascript", ".md": "text/markdown", ".ics": "text/calendar", ".svg": "image/svg+xml"}


class Server(ThreadingHTTPServer):
    """Errors: OSError where something else listens on the port."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.browsers = Browsers()
        self.session: Session
        self._told = 0
        self._turn = Lock()

    def first_of(self, version: int) -> bool:
        """Whether no page of this version was shown before."""
        with self._turn:
            told = max(self._told, self.session.history[0].version)
            self._told = max(version, told)
            return version > told

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away is no error of the preview."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: object) -> None:
        """What is worth a line says the session."""

    def do_HEAD(self) -> None:
        """The same as GET; `_send` leaves out what is to be left out."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer with a page, a file, or news."""
        address = urlsplit(self.path)
        path = unquote(address.path)
        if path.startswith(PREFIX):
            self._own(path.removeprefix(PREFIX), parse_qs(address.query))
            return
        while True:
            try:
                self._answer(path.removeprefix("/"))
                return
            except Gone:  # a file changed while the answer was made: once more, as it is now
                if self._hung_up():
                    return

    def _hung_up(self) -> bool:
        """Whether the browser no longer waits; it has sent nothing more, or the end of what it sends."""
        try:
            return not self.connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return False
        except OSError:
            return True

    def _own(self, name: str, query: dict[str, list[str]]) -> None:
        if name == "events":
            self._events(int(query["version"][0]), query.get("source", [""])[0])
        elif name == "client.js":
            self._send((FOLDER / name).read_bytes(), TYPES[".js"])
        else:
            self._send(b"", "text/plain", HTTPStatus.NOT_FOUND)

    def _events(self, version: int, source: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for event in self.server.browsers.events(self.server.session, version, source):
            self.wfile.write(event.encode())

    def _answer(self, path: str) -> None:
        session = self.server.session
        if file := self._copied(path):
            self._send(file.read_bytes(), _type(path))
            return
        shown = session.current()
        source = shown.routes.pages.get(path.removesuffix("index.html"))
        try:
            if source:
                drawn = shown.page(source)
                self._send(with_client(drawn.html, shown.moment.version, source), HTML)
                if self.server.first_of(shown.moment.version):
                    session.say(
                        f"/{path}: seen {(time.time() - shown.moment.since) * 1000:.0f} ms after the change"
                    )
            elif f"{path}/" in shown.routes.pages:
                self._send(b"", HTML, HTTPStatus.FOUND, f"/{path}/")
            else:
                self._file(shown, path)
        except Failed as failed:
            self._fail(shown, source or "", path, failed.failure)

    def _copied(self, path: str) -> Path | None:
        """A file of `docs/` or of the theme that a build only copies: as it is on the disk now."""
        shown = self.server.session.shown
        known = shown.routes.files.get(path) if shown else None
        return Path(known) if known and Path(known).is_file() else None

    def _file(self, shown: Shown, path: str) -> None:
        found = shown.file(path)
        if found and found.suffix == ".html":
            self._send(with_client(found.read_bytes(), shown.moment.version, ""), HTML)
        elif found:
            self._send(found.read_bytes(), _type(path))
        else:
            html = with_client(shown.ask("missing"), shown.moment.version, "")
            self._send(html, HTML, HTTPStatus.NOT_FOUND)

    def _fail(self, shown: Shown, source: str, path: str, failure: Failure) -> None:
        own = [line for line in shown.problems if line.startswith(f"docs/{source}:")]
        heading = f"docs/{source} cannot be drawn" if source else "The preview waits for a correction"
        # A page without a valid record: its problems say all, what failed because of them does not.
        shown_failure = Failure(tuple(own)) if own else failure
        for line in (*shown_failure.problems, *shown_failure.places):
            self.server.session.say(f"/{path}: {line}")
        others = [] if own else shown.problems
        html = failure_page(shown_failure, heading, others)
        self._send(with_client(html, shown.moment.version, source), HTML, HTTPStatus.INTERNAL_SERVER_ERROR)

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK, to: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        if to:
            self.send_header("Location", to)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _type(path: str) -> str:
    suffix = posixpath.splitext(path)[1]
    kind = TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
