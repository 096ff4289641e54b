"""Have a second process read the further part of a large log, where a core is free for it.

It gets the address of the database through a pipe, and neither keys nor the environment of this
process. It only spares a closer look at what it found sound; where it fails, nothing is spared.
"""

import os
import subprocess
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from msgspec import DecodeError
from msgspec.json import decode, encode

from caseflow.audit.second_reader import Seen, Wanted
from caseflow.database.unit_of_work import Work

WORTH = 200_000  # entries; the start of a process costs as much as reading some ten thousand
MOST_STAGED = 10_000
_OURS = 0.52  # of the entries; the tree over all of them is built here
PROGRAM = "from caseflow.audit.second_reader import answer; answer()"


class Reading:
    """What the second process reads, or nothing where there is none."""

    def __init__(
        self, start: int, running: "subprocess.Popen[bytes] | None", said: BinaryIO
    ) -> None:
        self.start = start
        self._running = running
        self._said = said
        self._seen: dict[int, Seen] | None = None

    def of(self, start: int) -> Seen | None:
        """Return what it saw from this position on; waits for it where it is its part."""
        if self._running is None or start < self.start:
            return None
        if self._seen is None:
            self._running.wait()
            self._said.seek(0)
            self._seen = {seen.start: seen for seen in _read(self._said)}
        return self._seen.get(start)


@contextmanager
def second_reading(work: Work, size: int, step: int, staged: Collection[str]) -> Iterator[Reading]:
    """Yield the reading of a second process, so many at once; it ends with the block."""
    start = int(size * _OURS) // step * step
    url = work.session.get_bind().engine.url
    wanted = Wanted(url.render_as_string(hide_password=False), start, size, step, list(staged))
    with TemporaryFile() as said:
        running = _started(wanted, said) if _is_worth_it(size, len(staged)) else None
        try:
            yield Reading(start, running, said)
        finally:
            if running is not None:
                running.kill()
                running.wait()


def _is_worth_it(size: int, staged: int) -> bool:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    return size >= WORTH and staged <= MOST_STAGED and cores > 1


def _started(wanted: Wanted, said: BinaryIO) -> "subprocess.Popen[bytes] | None":
    """Return the process, or None where none can be started."""
    try:
        running = subprocess.Popen(  # noqa: S603 - this interpreter, no shell
            [sys.executable, "-c", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=said,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(sys.path)},
        )
    except OSError:
        return None
    asked = cast("BinaryIO", running.stdin)
    with suppress(OSError):  # it has ended already
        asked.write(encode(wanted))
        asked.flush()
    with suppress(OSError):
        asked.close()
    return running


def _read(said: BinaryIO) -> Iterator[Seen]:
    for line in said:
        try:
            yield decode(line, type=Seen)
        except DecodeError:  # it was ended in the middle of a line
            return
