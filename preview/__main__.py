"""`make serve`: show the site while it is being written.

    python -m preview [PORT]

Answers on 127.0.0.1 alone. Nothing is written but `.cache/preview/` and what builds keep in `.cache/build/`, which
are safe to delete. Ctrl-C ends it.
"""

import shutil
import signal
import sys
import time
from pathlib import Path
from threading import Event, Thread

from preview.behind import Behind
from preview.changes import watch
from preview.say import say
from preview.server import Server
from preview.session import Session

PORT = 8000
#: Seconds between the last change and the look at all of them: programs write in several steps.
PAUSE = 0.03


def follow(session: Session, server: Server, changed: Event) -> None:
    """Tell browsers of each change, for ever."""
    known = session.look().version
    while True:
        changed.wait()
        time.sleep(PAUSE)
        changed.clear()
        moment = session.look()
        if moment.version == known:
            continue
        known = moment.version
        server.browsers.tell()  # they ask for the page, while it is got ready
        session.current()


def main(arguments: list[str]) -> int:
    """Serve until Ctrl-C; the exit status."""
    began = time.perf_counter()
    port = int(arguments[0]) if arguments else PORT
    try:
        server = Server(port)
    except OSError as error:
        print(f"port {port}: {error.strerror}; choose another: make serve PORT={port + 1}", file=sys.stderr)
        return 1
    port = server.server_port
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    root, cache = Path.cwd(), Path.cwd() / ".cache/preview" / str(port)
    shutil.rmtree(cache / "states", ignore_errors=True)
    behind = Behind(say, server.browsers.tell)
    server.session = session = Session(root, cache, say, behind.begin)
    changed = Event()
    stop_watching = watch(root, changed.set)
    try:
        Thread(target=server.serve_forever, daemon=True).start()
        session.current()
        say(f"http://127.0.0.1:{port}/ ready after {time.perf_counter() - began:.1f} s; Ctrl-C ends it")
        follow(session, server, changed)
    except KeyboardInterrupt:
        say("ended")
    finally:
        stop_watching()
        session.end()
        shutil.rmtree(cache / "states", ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
