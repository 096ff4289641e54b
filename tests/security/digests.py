"""A digest of every table, to see what a request has changed."""

import hashlib

from sqlalchemy import Engine

from caseflow.database.base import Base

USES = "uses"  # counted in the row of a basis, outside its seal


def digests(engine: Engine, *, but: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return the digest of each table but these; how often a basis was used is left out."""
    found = {}
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name not in but:
                names = ", ".join(f'"{each.name}"' for each in table.columns if each.name != USES)
                asked = f'SELECT {names} FROM "{table.name}"'  # noqa: S608 - our own names
                # As the database has them: to make Python's own values of them takes longer.
                rows = sorted(map(repr, connection.exec_driver_sql(asked).cursor.fetchall()))
                found[table.name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the tables whose digests differ."""
    return sorted(name for name in before if before[name] != after[name])
