"""P7: entries of the log appended by 8 writers at once, against plain inserts, by the clock.

The twin inserts a row of the same columns, its bytes ready made, one commit each, by the same ORM
over the same engine. A second line lets one integrate meanwhile: an entry waits for the integration
that runs when it is committed, and for the next.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median
from threading import Event
from uuid import UUID

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from caseflow.audit.entries import DrawerName, Trace, payload
from caseflow.audit.record import record
from caseflow.database.column_types import Id, Instant
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.benchmarks import measure
from tests.benchmarks.line import Figures, Line
from tests.factories.log import BEGIN, Log, empty_log
from tests.machine.postgres import start_postgres

WRITERS = 8
APPENDS = 25  # by each writer in each round
LAG_SECONDS = 5.0
SEAL = bytes(33)


class Tables(DeclarativeBase):
    """The table of the twin."""


class PlainEntry(Tables):
    """A row as a staged entry is, and nothing that makes it one."""

    __tablename__ = "plain_entries"

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    payload: Mapped[bytes]
    row_seal: Mapped[bytes]


def run(folder: Path) -> Iterator[Line]:
    """Yield two lines for each engine."""
    yield from _lines("SQLite", f"sqlite:///{folder / 'p7.db'}")
    server = start_postgres()
    try:
        yield from _lines("PostgreSQL", server.new_database())
    finally:
        server.stop()


def _lines(engine: str, url: str) -> Iterator[Line]:
    log = empty_log(url)
    Tables.metadata.create_all(log.engine)
    append, insert = partial(_append, log), partial(_insert, log)
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        _rate(pool, append), _rate(pool, insert)
        rounds = [(_rate(pool, append), _rate(pool, insert)) for _ in range(measure.ROUNDS)]
        while log.integrate():
            pass
        lag = _lag(pool, log, append)
    ours, twin = (median(each) for each in zip(*rounds, strict=True))
    ratio = median(mine / others for mine, others in rounds)
    work = f"{engine}: entries appended by {WRITERS} writers"
    found = Figures(f"{ratio:.2f}x", f"{ours:,.0f} a second", f"{twin:,.0f} a second")
    yield Line("P7", work, "plain inserts, one commit each", "0.8x", found)
    longest = Figures(f"{lag:.2f} s at most", f"{lag:.2f} s", "")
    yield Line("P7", f"{engine}: until an entry is in the tree, meanwhile", "", "1 s", longest)
    log.close()


def _rate(pool: ThreadPoolExecutor, append: Callable[[], None]) -> float:
    """Return how many a second all writers together bring about."""
    begun = time.perf_counter()
    for each in [pool.submit(_again_and_again, append) for _ in range(WRITERS)]:
        each.result()
    return WRITERS * APPENDS / (time.perf_counter() - begun)


def _again_and_again(append: Callable[[], None]) -> None:
    for _ in range(APPENDS):
        append()


def _append(log: Log) -> None:
    work = log.work()
    record(work, _trace())
    work.finish()


def _insert(log: Log) -> None:
    with log.sessions() as session:
        session.add(
            PlainEntry(id=new_id(), at=log.around.clock.now(), payload=_LEAF, row_seal=SEAL)
        )
        session.commit()


def _trace() -> Trace:
    client, staff, unit = new_id(), new_id(), new_id()
    return Trace(
        act=Act.STORY_READ,
        staff=staff,
        session=staff,
        unit=unit,
        role=Role.CASEWORKER,
        client=client,
        drawers=(DrawerName(client, unit, "health"),),
        fields=("entries.kind", "entries.occurred_on", "entries.title", "entries.text"),
        purpose="case_work",
    )


_LEAF = payload(new_id(), BEGIN, "request-1", _trace())


def _lag(pool: ThreadPoolExecutor, log: Log, append: Callable[[], None]) -> float:
    """Return the longest time of two integrations, one after the other, while others write."""
    over, ends = Event(), [time.perf_counter()]

    def integrate() -> None:
        while not over.is_set() or len(ends) < 3:
            log.integrate()
            ends.append(time.perf_counter())

    running = pool.submit(integrate)
    begun = time.perf_counter()
    while time.perf_counter() - begun < LAG_SECONDS:
        _rate(pool, append)
    over.set()
    running.result()
    return max(after - before for before, after in zip(ends, ends[2:], strict=False))
