"""Turn the drawers whose keys a former key of a unit still opens, without waiting for a write.

Each turns in a transaction of its own: killed anywhere, what is turned is turned, and the rest is
found again.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.units import UnitPair
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.vault.gather import consent_facts
from caseflow.vault.open_drawers import bring_key
from caseflow.vault.row_by_row import in_own_work
from caseflow.vault.turn import turn
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Turned:
    """How far it has come: the last drawer that was looked at, and how many turned."""

    last: UUID | None  # none: there was nothing left to look at
    looked_at: int
    turned: int


def turn_due(work: Work, actor: Actor, drawer: Drawer) -> bool:
    """Turn a drawer of the acting unit; False where no envelope leads the unit to its key."""
    if bring_key(work, drawer, actor.unit) is None:
        return False
    turn(work, consent_facts(work, drawer.client_id), drawer, new_id())
    return True


def behind(work: Work, actor: Actor) -> int:
    """Return how many drawers of the acting unit are due, or known to a former key of any unit."""
    query = select(func.count()).select_from(Drawer).where(*_behind())
    return work.session.scalars(query, {"unit": actor.unit}).one()


def turn_behind(work: Work, actor: Actor, after: UUID | None) -> Turned:
    """Turn some of them, in the order of their ids from one on; what does not turn stays due."""
    next_ones = select(Drawer.client_id, Drawer.id).where(*_behind())
    if after is not None:
        next_ones = next_ones.where(Drawer.id > after)
    asked = {"unit": actor.unit}
    found = work.session.execute(next_ones.order_by(Drawer.id).limit(AT_ONCE), asked).all()
    turned = 0
    for client, drawer in found:
        # Read anew: a write may have turned it meanwhile.
        where = (Drawer.client_id == client, Drawer.id == drawer, *_behind())
        query = select(Drawer).where(*where).params(asked)
        named = Alarm.of_key(Drawer.__tablename__, drawer)
        turned += in_own_work(work, actor, query, turn_due, named)
    return Turned(found[-1][1] if found else None, len(found), turned)


def _behind() -> tuple[ColumnElement[bool], ...]:
    known, newer = aliased(UnitPair), aliased(UnitPair)
    former = (
        exists()
        .where(
            Envelope.drawer_id == Drawer.id,
            Envelope.reader == KeyReader.UNIT,
            known.unit_id == Envelope.reader_id,
            known.key_id == Envelope.reader_key_id,
            newer.unit_id == known.unit_id,
            newer.version > known.version,
        )
        .correlate(Drawer)
    )
    return Drawer.unit_id == bindparam("unit"), or_(Drawer.turn_due.is_not(None), former)
