"""The walls around a sample: no network, no more time than is due, no traces of this machine in what it says."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import resource
import socket
import struct
import sysconfig
from typing import Any

CLONE_NEWNET, CLONE_NEWUSER = 0x40000000, 0x10000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
LOCAL = ("127.", "::1", "localhost", "testserver", "0.0.0.0")


def leave_network() -> bool:
    """Move this process into a network namespace of its own, loopback only. False where the system forbids it."""
    try:
        unshare = ctypes.CDLL(None, use_errno=True).unshare
    except (OSError, AttributeError):
        return False
    if unshare(CLONE_NEWNET) and unshare(CLONE_NEWUSER | CLONE_NEWNET):
        return False
    with contextlib.suppress(OSError):  # a sample that needs it will say so
        _raise_loopback()
    return True


def _raise_loopback() -> None:
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(probe, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(probe, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


def close_sockets() -> None:
    """Refuse connections to other machines with the same words on every system."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def local_connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOCAL):
            raise OSError("the network is off while samples run")
        connect(self, address)

    def local_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host and not str(host).startswith(LOCAL):
            raise socket.gaierror("the network is off while samples run")
        return look_up(host, *args, **kwargs)

    socket.socket.connect = local_connect  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = local_look_up


def limit_processor(seconds: int) -> None:
    """End this process after so many seconds of processor time."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def scrubbed(text: str, *folders: str) -> str:
    """Text without install paths, the given folders, addresses in memory and random CSRF tokens."""
    libraries = {sysconfig.get_path(name) for name in ("purelib", "platlib", "stdlib")}
    for folder in sorted({*folders, *libraries}, key=len, reverse=True):
        for form in {folder, os.path.realpath(folder)}:
            text = text.replace(form + "/", "").replace(form, ".")
    text = re.sub(r"\b0x[0-9a-f]{6,}\b", "0x…", text)
    text = re.sub(r'(name="csrfmiddlewaretoken" value=)"\w{32,64}"', r'\1"…"', text)
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n"))
