"""Connections that outlive a test: each new one would have to learn every table once more."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, QueuePool, event


@dataclass
class KeptPool:
    """The connections to one database, in the hands of one engine after the other."""

    _engine: Engine | None = None  # the one that had them last
    _connections: list[Any] = field(default_factory=list)  # of psycopg

    def hand_to(self, engine: Engine) -> None:
        """Let a new engine take over what the one before it has left."""
        if self._engine is None:
            event.listen(engine.pool, "connect", self._opened)
        else:
            engine.pool = self._engine.pool
        self._engine = engine

    def processes(self) -> list[int]:
        """Return the processes of the server that wait for the next one; none if not all do."""
        if self._engine is None:
            return []
        pool = self._engine.pool
        if not isinstance(pool, QueuePool) or pool.checkedout():
            return []
        self._connections = [each for each in self._connections if not each.closed]
        return [each.info.backend_pid for each in self._connections]

    def close(self) -> None:
        """Give every connection back."""
        if self._engine is not None:
            self._engine.dispose()

    def _opened(self, connection: Any, _record: object) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
        self._connections.append(connection)
