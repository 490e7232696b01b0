"""A built site over HTTP on loopback, as a host would send it: compressed, and as slowly as is asked for."""

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Final

#: What a host sends compressed; pictures are already.
COMPRESSED: Final = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".md", ".txt"})
#: Bytes that are sent at once over a slow line.
PIECE: Final = 4096


class Line:
    """A line that all connections share. bits: per second, 0 for as fast as the machine is; delay: seconds."""

    def __init__(self, bits: int = 0, delay: float = 0) -> None:
        self.bits, self.delay = bits, delay
        self._lock = Lock()
        self._free = 0.0

    def wait(self, size: int) -> None:
        """Wait until so many bytes are through."""
        if not self.bits:
            return
        with self._lock:
            now = time.monotonic()
            self._free = max(self._free, now) + size * 8 / self.bits
            until = self._free
        time.sleep(until - now)


class Handler(SimpleHTTPRequestHandler):
    """Sends files of a folder through a line."""

    protocol_version = "HTTP/1.1"

    def __init__(self, line: Line, *given: object, **named: object) -> None:
        self.line = line
        super().__init__(*given, **named)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        """Keep the terminal for results."""

    def do_GET(self) -> None:
        """Send a file, or 404."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        time.sleep(self.line.delay)
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = packed(path) if path.suffix in COMPRESSED else path.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        try:
            self._send(body)
        except ConnectionError:  # the page was left before all of it was there
            self.close_connection = True

    def _send(self, body: bytes) -> None:
        for start in range(0, len(body), PIECE):
            piece = body[start : start + PIECE]
            self.line.wait(len(piece))
            self.wfile.write(piece)


@lru_cache(maxsize=256)
def packed(path: Path) -> bytes:
    """A file, compressed as a server would; once, so that the time is not that of the measuring."""
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def served(site: Path, line: Line | None = None) -> Iterator[str]:
    """The address of a folder served on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, line or Line(), directory=str(site)))
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        packed.cache_clear()
        server.shutdown()
