"""What is done to a house for a while, and undone with all that came of it.

Everything happens in one transaction that is never committed, what the house does in savepoints of
it: what is refused there keeps its trace, and what fails leaves nothing, as ever.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from sqlalchemy import Connection
from typing_extensions import override

from tests.factories.house import House, StoppedClock
from tests.security.intruder import Intruder

_FOREIGN_KEYS = {  # how a connection is told not to heed them at once, and to heed them again
    "sqlite": ("PRAGMA defer_foreign_keys = ON", "PRAGMA defer_foreign_keys = OFF"),
    "postgresql": (
        "SET session_replication_role = 'replica'",
        "SET session_replication_role = 'origin'",
    ),
}


class Passing(Intruder):
    """An intruder whose changes last as long as one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.engine = connection.engine
        self._connection = connection

    @override
    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield the connection, on which no foreign key holds anything up meanwhile."""
        off, on = _FOREIGN_KEYS[self.engine.dialect.name]
        self._connection.exec_driver_sql(off)
        yield self._connection
        self._connection.exec_driver_sql(on)


@contextmanager
def undone(house: House) -> Iterator[Passing]:
    """Yield an intruder; whatever happens in the house until the end has not happened then."""
    clock = cast("StoppedClock", house.around.clock)
    now, usual = clock.at, dict(house.sessions.kw)
    with house.engine.connect() as connection, connection.begin() as transaction:
        house.sessions.configure(bind=connection, join_transaction_mode="create_savepoint")
        try:
            yield Passing(connection)
        finally:
            house.put_away()
            house.sessions.kw.clear()
            house.sessions.kw.update(usual)
            clock.at = now
            transaction.rollback()
