"""Memcached and Redis on their usual ports, in the network of this worker alone."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time

COMMANDS = {
    "memcached": ["memcached", "-u", "nobody", "-l", "127.0.0.1", "-p", "11211", "-m", "16"],
    "redis": ["redis-server", "--bind", "127.0.0.1", "--port", "6379", "--save", "", "--appendonly", "no"],
}
PORTS = {"memcached": 11211, "redis": 6379}
FLUSH = {"memcached": b"flush_all\r\n", "redis": b"FLUSHALL\r\n"}


def start(name: str) -> subprocess.Popen[bytes]:
    """Start a server and wait until it answers."""
    process = subprocess.Popen(COMMANDS[name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(100):
        with contextlib.suppress(OSError):
            flush(name)
            return process
        time.sleep(0.05)
    process.kill()
    raise SystemExit(f"{name} did not start")


def flush(name: str) -> None:
    """Empty a server, so that no sample sees what another left."""
    with socket.create_connection(("127.0.0.1", PORTS[name]), timeout=5) as connection:
        connection.sendall(FLUSH[name])
        connection.recv(64)
