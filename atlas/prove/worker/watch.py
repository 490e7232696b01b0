"""Keeps what Django says while a sample runs: its warnings, and the system checks that it raises."""

from __future__ import annotations

import sys
import warnings
from typing import Any

#: Python reports an abandoned coroutine in whatever frame happens to run; that says nothing of Django.
NOT_DJANGO = ("coroutine '",)


class Watch:
    """Collects messages as `{"category", "text"}`, each once, in order; system checks under their id."""

    def __init__(self) -> None:
        self.messages: list[dict[str, str]] = []
        self.checked = False

    def start(self) -> None:
        """Catch every warning of this process from now on."""
        warnings.simplefilter("always")
        warnings.showwarning = self._warned

    def check(self, identifier: str, text: str) -> None:
        """Note a message of the system check framework."""
        self.checked = True
        self.keep(identifier, text)

    def _warned(self, message: Any, category: type[Warning], *_place: Any, **_more: Any) -> None:
        if is_djangos(category, str(message)):
            self.keep(category.__name__, str(message))

    def keep(self, category: str, text: str) -> None:
        """Keep a message, once."""
        message = {"category": category, "text": text}
        if message not in self.messages:
            self.messages.append(message)


def is_djangos(category: type[Warning], text: str) -> bool:
    """Whether Django raised a warning: by its class, or by the module that called `warnings.warn`."""
    if category.__module__.partition(".")[0] == "django":
        return True
    if issubclass(category, ResourceWarning) or text.startswith(NOT_DJANGO):
        return False
    frame = sys._getframe(1)
    while frame and frame.f_globals.get("__name__") in (__name__, "warnings", "_py_warnings"):
        if frame.f_back is None:
            return False
        frame = frame.f_back
    return str(frame.f_globals.get("__name__")).partition(".")[0] == "django"
