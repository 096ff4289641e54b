"""Move what hangs on a former recovery pair to the present one, where a unit's key is at hand.

The unit's own key first, so that the new shares open it at once. Its former envelopes are emptied
in the same transaction and stay as a mark, which each request finds without looking through all
drawers, until the last drawer of the unit has followed.
"""

from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, Select, bindparam, delete, func, select

from caseflow.crypto.ciphers import Cipher
from caseflow.database import sealed_rows
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.installation import Installation
from caseflow.database.tables.units import UnitEnvelope, UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import grant
from caseflow.keys.drawer_readers import Reader
from caseflow.keys.events import KeyEvent
from caseflow.keys.hand_to_recovery import hand_to_recovery
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenKey, MissingKey
from caseflow.vocabulary.states import KeyReader

_EMPTY = b""  # opens nothing
_FORMER_UNITS = (
    UnitEnvelope.reader == KeyReader.RECOVERY,
    UnitEnvelope.reader_id.not_in(select(Installation.id)),
)
# A drawer's envelope to a recovery pair that counts no more.
FORMER_DRAWERS = (
    Envelope.reader == KeyReader.RECOVERY,
    Envelope.reader_id.in_(select(Installation.id)),
    Envelope.reader_key_id.not_in(select(Installation.recovery_key_id)),
)
_PAIRS = select(UnitPair.id).where(UnitPair.unit_id == bindparam("unit"))
# Whether anything of `:unit` has still to be moved.
UNMOVED = select(UnitEnvelope.id).where(UnitEnvelope.unit_pair_id.in_(_PAIRS), *_FORMER_UNITS)


def move_unit(work: Work, act: UUID) -> list[KeyEvent]:
    """Seal the key of the unit on the keyring to the present pair; empty what opens to a former.

    What holds a former key of the unit that no member's chain leads to yet stays as it is.
    """
    unit = ring(work).unit
    rows = [] if unit is None else _full(work, unit)
    if unit is None or not rows:
        return []
    events: list[KeyEvent] = []
    if not _has_present(work, unit):
        events = hand_to_recovery(work, unit, act)
        if not events:
            return []
    for pair, row in rows:
        sealed_rows.change(work, row, sealed=_EMPTY)
        gone = (KeyReader.RECOVERY, row.reader_id)
        events.append(KeyEvent(Act.KEY_REVOKE, "unit", unit.unit, pair.version, pair.key_id, *gone))
    return events


def move_drawer(work: Work, drawer: Drawer, cipher: Cipher, act: UUID) -> KeyEvent | None:
    """Hand a drawer's key to the present pair, in place of the envelope to a former.

    Raises Stale when the drawer is due to turn, or was turned: that seals to the present pair too.
    """
    return grant(work, drawer, cipher, Reader(KeyReader.RECOVERY, work.installation), act)


def forget_moved(work: Work, unit: UUID) -> bool:
    """Delete the emptied envelopes of a unit whose drawers have all followed."""
    left = select(Envelope.id).join(Drawer, Drawer.id == Envelope.drawer_id)
    if work.session.scalar(left.where(Drawer.unit_id == unit, *FORMER_DRAWERS).limit(1)):
        return False
    pairs = select(UnitPair.id).where(UnitPair.unit_id == unit)
    emptied = delete(UnitEnvelope).where(
        UnitEnvelope.unit_pair_id.in_(pairs), *_FORMER_UNITS, UnitEnvelope.sealed == _EMPTY
    )
    options = {"synchronize_session": False}
    done = cast("CursorResult[Any]", work.session.execute(emptied, execution_options=options))
    return done.rowcount > 0


def hangs_on(work: Work, unit: UUID, key_id: bytes) -> bool:
    """Say whether a unit's key still opens to the former recovery pair with this key id."""
    asked = UNMOVED.where(
        UnitEnvelope.reader_id == UUID(bytes=key_id), UnitEnvelope.sealed != _EMPTY
    )
    return work.session.scalar(asked.limit(1), {"unit": unit}) is not None


def left_behind(work: Work) -> tuple[int, int]:
    """Return how many units and how many drawers still open to a former recovery pair."""
    units = (
        select(func.count(UnitPair.unit_id.distinct()))
        .join(UnitEnvelope, UnitEnvelope.unit_pair_id == UnitPair.id)
        .where(*_FORMER_UNITS, UnitEnvelope.sealed != _EMPTY)
    )
    drawers = select(func.count(Envelope.drawer_id.distinct())).where(*FORMER_DRAWERS)
    return work.session.scalars(units).one(), work.session.scalars(drawers).one()


def _full(work: Work, unit: OpenedUnit) -> list[tuple[UnitPair, UnitEnvelope]]:
    """Return the envelopes to former pairs whose keys the newest key of the unit leads to."""
    found = (
        _of(unit)
        .where(*_FORMER_UNITS, UnitEnvelope.sealed != _EMPTY)
        .order_by(UnitPair.version.desc())
    )
    rows = work.session.execute(found).all()
    sound = {row.id for row in sealed_rows.intact(work, [row for _, row in rows])}
    return [(pair, row) for pair, row in rows if row.id in sound and _leads_to(unit, pair)]


def _has_present(work: Work, unit: OpenedUnit) -> bool:
    present = _of(unit).where(
        UnitPair.id == unit.pair,
        UnitEnvelope.reader == KeyReader.RECOVERY,
        UnitEnvelope.reader_id == work.installation,
    )
    return bool(sealed_rows.intact(work, [row for _, row in work.session.execute(present)]))


def _of(unit: OpenedUnit) -> Select[UnitPair, UnitEnvelope]:
    """Return the pairs of a unit with their envelopes."""
    joined = select(UnitPair, UnitEnvelope).join(
        UnitEnvelope, UnitEnvelope.unit_pair_id == UnitPair.id
    )
    return joined.where(UnitPair.unit_id == unit.unit)


def _leads_to(unit: OpenedUnit, pair: UnitPair) -> bool:
    try:
        unit.of(pair.key_id)
    except (MissingKey, BrokenKey):
        return False
    return True
