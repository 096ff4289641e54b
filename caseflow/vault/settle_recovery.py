"""Let what hangs on former recovery shares follow to the present ones, as far as one request may.

Each drawer is a transaction of its own: killed anywhere, what has followed has followed.
"""

from uuid import UUID

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.exc import OperationalError

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.unit_of_work import Work
from caseflow.keys.events import KeyEvent
from caseflow.keys.move_recovery import FORMER_DRAWERS, forget_moved, move_drawer, move_unit
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.begin_again import begin_again
from caseflow.vault.open_drawers import bring_key
from caseflow.vault.permit import listed
from caseflow.vault.row_by_row import OF_A_REQUEST, Due, Pace, row_by_row
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id

_UNIT: BindParameter[UUID] = bindparam("unit")
# One that is due to turn follows when it turns.
_DRAWERS = Due(
    Drawer,
    (
        Drawer.unit_id == _UNIT,
        Drawer.turn_due.is_(None),
        select(Envelope.id).where(Envelope.drawer_id == Drawer.id, *FORMER_DRAWERS).exists(),
    ),
    Drawer.born_at,
)


def settle_recovery(work: Work, actor: Actor, pace: Pace = OF_A_REQUEST) -> int:
    """Move the key of the acting unit and some of its drawers; return how much has followed."""
    try:
        moved = _move_unit(work, actor)
    except (Stale, OperationalError):
        begin_again(work)  # another request is at it
        return 0
    moved += row_by_row(work, actor, _DRAWERS, _move, pace)
    forget_moved(work, actor.unit)
    work.finish()
    return moved


def _move_unit(work: Work, actor: Actor) -> int:
    entry = new_id()
    events = move_unit(work, entry)
    if events:
        _tell(work, actor, entry, events)
    raise_alarms(work, actor, ())
    return bool(events)


def _move(work: Work, actor: Actor, drawer: Drawer) -> bool:
    """Move one drawer; False where no envelope leads the unit to its key."""
    cipher = bring_key(work, drawer, actor.unit)
    if cipher is None:
        return False
    entry = new_id()
    event = move_drawer(work, drawer, cipher, entry)
    if event is not None:
        _tell(work, actor, entry, [event], drawer.client_id)
    return event is not None


def _tell(
    work: Work, actor: Actor, entry: UUID, events: list[KeyEvent], client: UUID | None = None
) -> None:
    keys, details = listed(events), {"by": "recovery"}
    told = Trace(act=Act.KEY_GRANT, client=client, keys=keys, details=details, **by(actor))
    record(work, told, entry)
