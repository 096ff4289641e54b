"""Let one file after the other be cleaned: each may take as much memory as all of the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

AT_ONCE = 1  # files of one process of the server; it has two such, unless told otherwise
WITH_WAITING = 4  # of its eight threads; the others go on answering
PATIENCE = 20  # seconds

_working = BoundedSemaphore(AT_ONCE)
_inside = BoundedSemaphore(WITH_WAITING)


@contextmanager
def wait_turn() -> Iterator[bool]:
    """Say whether a file may be cleaned now; no where too many wait, or for too long."""
    if not _inside.acquire(blocking=False):
        yield False
        return
    try:
        ours = _working.acquire(timeout=PATIENCE)
        try:
            yield ours
        finally:
            if ours:
                _working.release()
    finally:
        _inside.release()
