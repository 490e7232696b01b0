"""Work dealt to as many processes as there are processors."""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from typing import Any, Final, TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")
#: What one process takes at a time.
PORTION: Final = 40
#: Fewer are done before another process has begun.
WORTH_IT: Final = 300

#: In a process of the pool: what does a portion.
_here: Callable[[Any], Any]


def dealt(
    items: Sequence[Item], begin: Callable[..., Callable[[Sequence[Item]], Found]], given: tuple[Any, ...]
) -> Iterator[Found]:
    """What comes of all items, portion by portion, in their order.

    begin: makes what does a portion; called with `given` in each process, so both must be what can be sent there.
    Where no processes can be had, or one is ended from outside, the rest is done in this one; all of it beside other
    threads.
    """
    portions = [items[at : at + PORTION] for at in range(0, len(items), PORTION)]
    done = 0
    # A process that is forked while another thread holds a lock never gets it.
    if len(items) >= WORTH_IT and threading.active_count() == 1 and (processors := _processors()) > 1:
        try:
            with ProcessPoolExecutor(processors, initializer=_begin, initargs=(begin, given)) as pool:
                try:
                    for found in pool.map(_do, portions):
                        yield found
                        done += 1
                finally:
                    pool.shutdown(cancel_futures=True)
        except (BrokenExecutor, OSError, ImportError, NotImplementedError):
            pass
    if done < len(portions):
        do = begin(*given)
        yield from map(do, portions[done:])


def _processors() -> int:
    """How many this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _begin(begin: Callable[..., Callable[[Any], Any]], given: tuple[Any, ...]) -> None:
    global _here
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started the scan says what becomes of it
    gc.disable()
    _here = begin(*given)


def _do(portion: Any) -> Any:
    return _here(portion)
