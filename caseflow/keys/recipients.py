"""Find the public key that an envelope to a reader is sealed to.

Only the newest pair counts: where its row is not as it was written, there is no recipient and an
alarm, and never an older pair.
"""

from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, select

from caseflow.crypto.key_pairs import PublicKey, six_words
from caseflow.database import sealed_rows
from caseflow.database.base import SealedRow
from caseflow.database.tables.accounts import StaffPair
from caseflow.database.tables.installation import Installation, TrusteePair
from caseflow.database.tables.units import UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import Recipient, ring
from caseflow.vocabulary.states import KeyReader

R = TypeVar("R", bound=SealedRow)


def find_recipient(work: Work, reader: KeyReader, reader_id: UUID) -> Recipient | None:
    """Return the reader with its newest public key, or None when there is no sound one.

    The id is that of a unit or a staff member; for trustee and recovery that of the installation.
    """
    known = ring(work).recipients
    if (reader, reader_id) not in known:
        found = _load(work, reader, reader_id)
        if found is None:
            return None
        known[reader, reader_id] = found
    return known[reader, reader_id]


def words_of(work: Work, staff: UUID) -> tuple[str, ...] | None:
    """Return the six words of a staff member's public key, or None when she has no sound one."""
    found = find_recipient(work, KeyReader.STAFF, staff)
    return None if found is None else six_words(found.public)


def newest_unit_pair(work: Work, unit: UUID) -> UnitPair | None:
    """Return the newest pair of a unit, or None when there is none or it is not sound."""
    query = select(UnitPair).where(UnitPair.unit_id == unit)
    return _sound(work, query.order_by(UnitPair.version.desc()))


def newest_staff_pair(work: Work, staff: UUID) -> StaffPair | None:
    """Return the newest pair of a staff member, or None when there is none or it is not sound."""
    query = select(StaffPair).where(StaffPair.staff_id == staff)
    return _sound(work, query.order_by(StaffPair.version.desc()))


def newest_trustee_pair(work: Work) -> TrusteePair | None:
    """Return the newest pair of the trustee, or None when there is none or it is not sound."""
    return _sound(work, select(TrusteePair).order_by(TrusteePair.version.desc()))


def _load(work: Work, reader: KeyReader, reader_id: UUID) -> Recipient | None:
    if reader is KeyReader.RECOVERY:
        return _recovery(work)
    if reader is KeyReader.TRUSTEE:
        trustee = newest_trustee_pair(work)
        return None if trustee is None else _recipient(reader, trustee.id, trustee.public)
    newest = newest_unit_pair if reader is KeyReader.UNIT else newest_staff_pair
    pair = newest(work, reader_id)
    return None if pair is None else _recipient(reader, reader_id, pair.public)


def _recovery(work: Work) -> Recipient | None:
    query = select(Installation).where(Installation.id == work.installation)
    row = _sound(work, query)
    return None if row is None else _recipient(KeyReader.RECOVERY, row.id, row.recovery_public)


def _recipient(reader: KeyReader, reader_id: UUID, public: bytes) -> Recipient:
    return Recipient(reader, reader_id, PublicKey(public))


def _sound(work: Work, query: Select[R]) -> R | None:
    rows = sealed_rows.intact(work, work.session.scalars(query.limit(1)))
    return rows[0] if rows else None
