"""One line for the author."""

import time
from collections.abc import Callable

Say = Callable[[str], None]


def say(line: str) -> None:
    """Print a line with the time of day."""
    print(f"{time.strftime('%H:%M:%S')}  {line}", flush=True)
