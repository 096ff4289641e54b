"""Seal a staff member's own address under a key of her private key: only her session opens it.

Danger: where somebody lives who works at a shelter is worth as much as where the shelter is. A tag
under a key of the server would let whoever has database and root try all addresses of a town within
a second; here her password has to be guessed first, which opens far more.
"""

from uuid import UUID

from sqlalchemy import bindparam, delete, select

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.padding import pad, unpad
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database import sealed_rows
from caseflow.database.tables.own_addresses import OwnAddress
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import OpenedPair, ring
from caseflow.vocabulary.errors import BrokenKey, MissingKey

_LABEL = "own address"
_OF_HER = select(OwnAddress).where(OwnAddress.staff_id == bindparam("staff"))


def keep_address(work: Work, staff: UUID, text: str) -> OwnAddress:
    """Keep her address in place of an earlier one; her key must be at hand."""
    opened = ring(work).staff
    if opened is None or opened.staff != staff:
        raise MissingKey("The key of this person is not at hand.")
    drop_address(work, staff)
    sealed = wrap(_key(opened), _LABEL, _context(work, staff), pad(text))
    row = OwnAddress(staff_id=staff, sealed=sealed, kept_at=work.clock.now())
    work.session.add(row)
    work.session.flush()
    return row


def own_address(work: Work, staff: UUID) -> str | None:
    """Return her address as she typed it; None where there is none, or her key is not at hand.

    A row that was changed, or that does not open, is none either, and an alarm.
    """
    opened = ring(work).staff
    found = sealed_rows.intact(work, work.session.scalars(_OF_HER, {"staff": staff}))
    if not found or opened is None or opened.staff != staff:
        return None
    try:
        return unpad(unwrap(_key(opened), _LABEL, _context(work, staff), found[0].sealed))
    except BrokenKey:
        work.alarms.append(Alarm.of_key(OwnAddress.__tablename__, found[0].id))
        return None


def drop_address(work: Work, staff: UUID) -> None:
    """Delete her address."""
    work.session.execute(
        delete(OwnAddress).where(OwnAddress.staff_id == staff),
        execution_options={"synchronize_session": False},
    )


def _key(opened: OpenedPair) -> Cipher:
    return Cipher(derive(opened.private.raw(), _LABEL))


def _context(work: Work, staff: UUID) -> tuple[bytes, ...]:
    return work.installation.bytes, staff.bytes
