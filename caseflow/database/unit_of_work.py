"""The one place that commits.

Returning commits, raising rolls back: a refusal that is returned keeps its trace, an exception
leaves nothing behind. A read finishes the unit of work before anything is opened.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from caseflow.crypto.row_seals import RowSealer
from caseflow.database.base import SealedRow
from caseflow.database.row_values import covered_values, table_name
from caseflow.database.told_rows import TouchedRows, doomed, flushed
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.clock import Clock
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.errors import Unrecordable
from caseflow.vocabulary.keyrings import Keyring

if TYPE_CHECKING:
    from collections.abc import Callable

_WORK = "work"  # whose session it is, as the session itself keeps it


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something is not as it was written; whoever stages the next trace names it."""

    act: Act
    table: str
    row: UUID

    @classmethod
    def of_seal(cls, table: str, row: UUID) -> "Alarm":
        """Return the alarm of a row whose seal is broken."""
        return cls(Act.ALARM_SEAL, table, row)

    @classmethod
    def of_key(cls, table: str, row: UUID) -> "Alarm":
        """Return the alarm of a key that is missing or does not open."""
        return cls(Act.ALARM_KEY, table, row)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every unit of work of this process shares."""

    clock: Clock
    configuration: Configuration
    installation: UUID
    sealer: RowSealer
    tell: "Callable[[Work], None]"  # stages an entry for rows that no other has told of


class Work:
    """A session, the clock and the keyring of one request, going down the stairs together."""

    def __init__(
        self, session: Session, around: Surroundings, keyring: Keyring, request_id: str
    ) -> None:
        self.session = session
        self.clock = around.clock
        self.configuration = around.configuration
        self.installation = around.installation
        self.sealer = around.sealer
        self.keyring = keyring
        self.request_id = request_id
        self.alarms: list[Alarm] = []
        self.touched = TouchedRows()
        self._tell = around.tell
        session.info[_WORK] = self

    def finish(self) -> None:
        """Commit, and give the connection back; loaded rows stay readable.

        Raises Unrecordable when the database does not take it.
        """
        try:
            self.session.flush()
            if self.touched:
                self._tell(self)
            self.session.commit()
        except SQLAlchemyError as error:
            self.session.rollback()
            raise Unrecordable("the database did not take the change") from error
        self.session.expunge_all()
        self.session.close()

    def abandon(self) -> None:
        """Roll back whatever is not finished."""
        self.session.rollback()
        self.session.expunge_all()
        self.alarms.clear()
        self.touched.clear()

    def put_away(self) -> None:
        """End the request: nothing unfinished stays, every opened key is forgotten."""
        self.abandon()
        self.session.close()
        self.keyring.put_away()

    def seal_new_rows(self) -> None:
        """Seal what is about to be written, and note it for the next trace."""
        for row in self.session.new:
            if isinstance(row, SealedRow):
                row.row_seal = self.sealer.seal(table_name(row), covered_values(row))
        for row in self.session.dirty:
            if isinstance(row, SealedRow) and self.session.is_modified(row):
                raise TypeError("a sealed row is changed through sealed_rows.change only")
        flushed(self.touched, self.session)


# Asked to listen, each session for itself takes as long as an insert.
@event.listens_for(Session, "before_flush")
def _seal_new_rows(session: Session, _context: UOWTransaction, _objects: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own signature
    if _WORK in session.info:
        session.info[_WORK].seal_new_rows()


@event.listens_for(Session, "do_orm_execute")
def _note_doomed(state: ORMExecuteState) -> None:
    if _WORK in state.session.info:
        for name in doomed(state):
            state.session.info[_WORK].touched.destroyed(*name)
