"""Read the log ahead of whoever verifies it, in a thread of its own.

What the database does then takes none of the verifier's time, where there is a second core. Each
stretch is one step of the driver: between two steps the other thread takes its turn, and that is
long. Where a second process verifies too, it has that core, and a thread would only be in the way.
"""

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, cast

from caseflow.audit.joined_leaves import question
from caseflow.audit.leaf_reader import LeafReader, Stretch
from caseflow.audit.second_process import Asked, Said, Second
from caseflow.audit.second_reader import Seen
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tiles import TILE_WIDTH

if TYPE_CHECKING:
    from sqlalchemy import Engine

CHUNK = 32 * TILE_WIDTH


def alone(_work: Work, _asked: Asked) -> AbstractContextManager[None]:
    """Let nobody else look at the log."""
    return nullcontext()


@contextmanager
def read_ahead(
    work: Work, size: int, second: Second = alone, staged: frozenset[str] = frozenset()
) -> Iterator[Iterator[Stretch | Seen]]:
    """Yield the leaves of a log of this size, or what a second one has seen of them.

    Finish the unit of work before: over the other connection nothing unfinished is seen. On SQLite
    no writer waits for that one.
    """
    with second(work, Asked(size, CHUNK, staged)) as said, _reader(work, size) as reader:
        if said or size <= CHUNK:  # or there is nothing to read ahead
            yield _in_turn(reader, size, said)
        else:
            with ThreadPoolExecutor(1) as thread:
                yield _ahead(reader, thread, size)


@contextmanager
def _reader(work: Work, size: int) -> Iterator[LeafReader]:
    if size <= CHUNK:
        here = work.session.connection()
        yield LeafReader(question(here.dialect), here.connection.driver_connection)
        return
    engine = cast("Engine", work.session.get_bind())
    connection = engine.raw_connection()
    try:
        yield LeafReader(question(engine.dialect), connection.driver_connection)
    finally:
        connection.close()


def _in_turn(reader: LeafReader, size: int, said: Said | None) -> Iterator[Stretch | Seen]:
    """Yield one stretch after the other, and read those alone of which nothing was said."""
    for start in range(0, size, CHUNK):
        seen = said(start) if said else None
        yield seen or reader.read(start, min(start + CHUNK, size))


def _ahead(reader: LeafReader, thread: Executor, size: int) -> Iterator[Stretch]:
    """Yield one stretch while the next is being read."""
    asked: list[Future[Stretch]] = []
    for start in range(0, size, CHUNK):
        asked.append(thread.submit(reader.read, start, min(start + CHUNK, size)))
        if start:
            yield asked.pop(0).result()
    yield asked[0].result()
