"""A house whose sharing is suspended, as after a restore."""

from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.installation import Installation
from tests.factories.house import House


def suspend(house: House) -> None:
    """Suspend sharing in a house."""
    work = house.work()
    row = work.session.scalars(select(Installation)).one()
    change(work, row, suspended_at=work.clock.now())
    work.finish()
