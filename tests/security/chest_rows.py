"""How a row of the database becomes a chest that is tampered with."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from caseflow.database.base import Base
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from tests.security.tamperings import Chest


def chest_of(
    work: Work,
    row: Any,  # noqa: ANN401 - a row of any table
    column: str,
    opened: Callable[[Any], object],
    sealed: bytes = b"",  # where the column of this row is empty
) -> Chest:
    """Return a column of a row; opening sets the row itself, which belongs to no session."""

    def attempt(tried: bytes) -> object:
        before = getattr(row, column)
        setattr(row, column, tried)
        try:
            return opened(row)
        finally:
            setattr(row, column, before)
            work.alarms.clear()
            work.abandon()  # on SQLite whoever reads holds up whoever writes

    return Chest(
        f"{row.__tablename__}.{column}", str(id(row)), getattr(row, column) or sealed, attempt
    )


def rows_of(work: Work, table: type[Base], **wanted: object) -> list[Any]:
    """Return rows that no session looks after any more."""
    rows = [*work.session.scalars(select(table).filter_by(**wanted))]
    work.session.expunge_all()
    return rows


def unit_of(work: Work) -> OpenedUnit:
    unit = ring(work).unit
    assert unit is not None
    return unit
