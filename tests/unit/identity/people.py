"""Log people in, look at what was traced, and forge rows, for tests of identity."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from caseflow.audit.entries import read_payload
from caseflow.database.base import Base, OwnRow
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.unit_of_work import Work
from caseflow.identity.log_in import log_in
from caseflow.identity.sessions import LoggedIn
from caseflow.keys.staff_keys import make_staff_pair
from caseflow.vocabulary.actors import Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.house import PASSWORD, House, StoppedClock


def address(name: str) -> str:
    return f"{name}@example.org"


def logged_in(house: House, name: str, password: str = PASSWORD) -> LoggedIn:
    work = house.work()
    begun = log_in(work, address(name), password)
    assert isinstance(begun, LoggedIn)
    work.finish()
    return begun


def administrator(house: House, name: str = "ada") -> Person:
    work = house.work()
    row = Staff(
        email=address(name),
        name=name.title(),
        language="de",
        administrator=True,
        created_at=work.clock.now(),
    )
    work.session.add(row)
    work.session.flush()
    make_staff_pair(work, row.id, PASSWORD)
    work.finish()
    house.staff[name] = row.id
    return Person(row.id, new_id(), administrator=True)


def person(house: House, name: str) -> Person:
    return Person(house.staff[name], new_id())


def wait(house: House, **how_long: float) -> None:
    clock = house.around.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(timedelta(**how_long))


def entries(work: Work, act: Act | None = None) -> list[dict[str, Any]]:
    staged = work.session.scalars(select(StagedEntry).order_by(StagedEntry.at, StagedEntry.id))
    read = [read_payload(row.payload) for row in staged]
    if act is None:  # what factories write without an act is nobody's
        return [each for each in read if each["act"] != Act.ROWS_TELL]
    return [each for each in read if each["act"] == act]


def the_entry(work: Work, act: Act) -> dict[str, Any]:
    (found,) = entries(work, act)
    return found


def forge(work: Work, table: type[Base], row: object, **values: object) -> None:
    """Change a row as somebody would who can write to the database."""
    statement = update(table).where(table.id == row).values(**values)  # type: ignore[attr-defined]
    work.session.execute(statement, execution_options={"synchronize_session": False})
    work.finish()


def outrun(work: Work, row: OwnRow) -> None:
    """Change a row that this unit of work has loaded, as a faster request would; keep the row."""
    statement = update(type(row)).where(type(row).id == row.id).values(row_seal=b"another")
    work.session.execute(statement, execution_options={"synchronize_session": False})
