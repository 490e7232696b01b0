"""A folder of files on a loopback port, as a host of static files would show it."""

import _thread
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

#: Milliseconds for what a page asks for by itself once it is loaded. The browser's own word for a quiet network does
#: not always come.
LATE = 1000


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without a log, and the site's own page for what is not there."""

    def log_message(self, format: str, *args: object) -> None:
        """Keep test output clean."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer 404 with `404.html`, as a host of static files does."""
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.is_file():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Takes as many connections at once as a page opens: what does not fit is asked for again after seconds."""

    request_queue_size = 128

    def process_request(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: Any
    ) -> None:
        """Answer in a thread that is not measured: Python 3.11 loses one where two begin to be at the same moment."""
        _thread.start_new_thread(self.process_request_thread, (request, client_address))

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], client_address: Any) -> None:
        """Say what went wrong, but for a browser that left."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def settle(page: Page) -> None:
    """Let a loaded page ask for what it still asks for."""
    page.wait_for_timeout(LATE)


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """The address of a folder while the block runs, ending in a slash."""
    with Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
