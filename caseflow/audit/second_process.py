"""Have a second process verify about half of a large log, where a core is free for it.

It gets the address of the database through a pipe, and neither keys nor what else stands in the
environment. It only spares a look at what it found sound, and nobody ever waits for it: where it
is slow or fails, less is spared.
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from msgspec.json import decode, encode
from sqlalchemy import Engine

from caseflow.audit.joined_leaves import question
from caseflow.audit.second_reader import Seen, Wanted
from caseflow.database.unit_of_work import Work

if TYPE_CHECKING:
    from io import FileIO

WORTH = 200_000  # entries; the start of a process costs as much as reading some ten thousand
MOST_STAGED = 500  # their ids fit into the pipe before anybody reads them
SPAN = 64  # stretches asked for at once; what is said of them is kept until it is needed
PROGRAM = """
import sys
from caseflow.audit.second_reader import answer
answer(open(0, "rb", buffering=0), sys.stdout.buffer)
"""
_PIECE = 1 << 20


class Asked(NamedTuple):
    """What is to be verified: so many leaves, so many at once."""

    size: int
    step: int
    staged: frozenset[str] = frozenset()  # ids of entries that may be in the tree by now


Said: TypeAlias = Callable[[int], Seen | None]  # of the stretch from this position on
Second: TypeAlias = Callable[[Work, Asked], AbstractContextManager[Said | None]]


@contextmanager
def second_process(work: Work, asked: Asked, worth: int = WORTH) -> Iterator[Said | None]:
    """Yield what a second process says, None where there is none; it ends with the block."""
    engine = work.session.get_bind().engine
    running = _started() if _is_worth_it(engine, asked, worth) else None
    if running is None:
        yield None
        return
    with running:
        try:
            yield Words(running, wanted(engine, asked), asked).said
        finally:
            running.kill()


class Words:
    """What the second process has said so far."""

    def __init__(self, running: "subprocess.Popen[bytes]", told: Wanted, asked: Asked) -> None:
        self._into, self._out = cast("FileIO", running.stdin), cast("FileIO", running.stdout)
        self._asked = asked
        self._begun = 0  # where the part begins that was asked for last
        self._said: dict[int, bytes] = {}
        self._rest = b""
        os.set_blocking(self._out.fileno(), False)
        with suppress(AttributeError, OSError):  # it may have to wait then
            fcntl.fcntl(self._out, fcntl.F_SETPIPE_SZ, _PIECE)
        self._tell(encode(told))
        self._ask(0)

    def said(self, start: int) -> Seen | None:
        """Return what was said of a stretch; ask for them in their order.

        Where something was said, the other side has been met, and goes on further behind.
        """
        self._hear(start)
        line = self._said.pop(start, None)
        span = SPAN * self._asked.step
        if start >= self._begun + (0 if line else span):
            self._ask(self._begun + span)
        try:
            return decode(line, type=Seen) if line else None
        except ValueError:
            return None

    def _ask(self, begin: int) -> None:
        self._begun = begin
        end = min(begin + SPAN * self._asked.step, self._asked.size)
        if begin < end:
            self._tell(encode((begin, end)))

    def _tell(self, line: bytes) -> None:
        with suppress(OSError):  # it has ended already
            self._into.write(line + b"\n")

    def _hear(self, start: int) -> None:
        while piece := self._out.read(_PIECE):
            *lines, self._rest = (self._rest + piece).split(b"\n")
            for each in lines:
                position, _, line = each.partition(b" ")
                if position.isdigit() and int(position) >= start:
                    self._said[int(position)] = line


def _is_worth_it(engine: Engine, asked: Asked, worth: int) -> bool:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    elsewhere = engine.url.database not in {None, "", ":memory:"}
    return cores > 1 and elsewhere and asked.size >= worth and len(asked.staged) <= MOST_STAGED


def _started() -> "subprocess.Popen[bytes] | None":
    """Return the process, or None where none can be started."""
    with suppress(OSError):
        return subprocess.Popen(  # noqa: S603 - this interpreter, no shell
            [sys.executable, "-I", "-c", PROGRAM],
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
        )
    return None


def environment() -> dict[str, str]:
    """Return what a driver looks at to find its database."""
    return {name: value for name, value in os.environ.items() if name == "HOME" or name[:2] == "PG"}


def wanted(engine: Engine, asked: Asked) -> Wanted:
    """Return what a second process is told before anything is asked."""
    dialect = engine.dialect
    address, named = dialect.create_connect_args(engine.url)
    # What is of this process alone, as its ways of loading values, is not for another.
    plain = {name: value for name, value in named.items() if isinstance(value, (str, int))}
    # No transaction stays open in between.
    alone = {} if dialect.name == "sqlite" else {"autocommit": True}
    return Wanted(
        driver=dialect.import_dbapi().__name__,
        address=list(address),
        named={**plain, **alone},
        question=question(dialect),
        step=asked.step,
        staged=sorted(asked.staged),
    )
