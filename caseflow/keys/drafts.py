"""Seal what somebody typed and has not sent: her own key opens it, and within it her unit's.

Danger: she may type what no record holds yet. So neither another member of the unit nor she herself
in another unit opens it, and nobody who has been shut out of the unit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import PrivateKey
from caseflow.crypto.padding import pad, unpad
from caseflow.crypto.wrapping import unwrap, wrap
from caseflow.database.tables.drafts import Draft
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import OpenedPair, ring
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.errors import BrokenKey, MissingKey

_LABEL = "draft"
_USE = "drafts"


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Whose words they are, in which unit, about whom, for which form, and since when."""

    staff: UUID
    unit: UUID
    client: UUID | None
    place: bytes
    kept_at: datetime


def seal_draft(work: Work, where: DraftPlace, text: str) -> Draft:
    """Return the row of a draft; her key and the unit's must be at hand."""
    unit = ring(work).unit_at_hand(where.unit)
    if unit is None:
        raise MissingKey("The key of this unit is not at hand.")
    context = _context(work, where)
    inner = wrap(_key(unit.private), _LABEL, context, pad(text))
    outer = wrap(_key(_hers(work, where.staff).private), _LABEL, context, inner)
    return Draft(
        staff_id=where.staff,
        unit_id=where.unit,
        client_id=where.client,
        place=where.place,
        unit_key_id=unit.key_id,
        kept_at=where.kept_at,
        sealed=outer,
    )


def open_draft(work: Work, row: Draft) -> str | None:
    """Return the words; None and an alarm where they do not open as the row says."""
    where = place_of(row)
    try:
        inner = _without_hers(work, _hers(work, where.staff), row)
        unit = ring(work).unit_at_hand(where.unit)
        if unit is None:
            raise MissingKey("The key of this unit is not at hand.")
        under = _key(unit.of(row.unit_key_id).private)
        return unpad(unwrap(under, _LABEL, _context(work, where), inner))
    except BrokenKey:
        work.alarms.append(Alarm.of_key(Draft.__tablename__, row.id))
        return None


def place_of(row: Draft) -> DraftPlace:
    """Return what the seal of a row is bound to."""
    return DraftPlace(row.staff_id, row.unit_id, row.client_id, row.place, row.kept_at)


def uncover_drafts(work: Work, staff: UUID) -> Mapping[UUID, bytes]:
    """Return her drafts without her own seal, by id, before she gets another key.

    They stay under the keys of their units. What does not open is no draft any more, and an alarm.
    """
    found: dict[UUID, bytes] = {}
    for row in work.session.scalars(select(Draft).where(Draft.staff_id == staff)):
        try:
            found[row.id] = _without_hers(work, _hers(work, staff), row)
        except BrokenKey:
            work.alarms.append(Alarm.of_key(Draft.__tablename__, row.id))
    return found


def cover_drafts(work: Work, staff: UUID, uncovered: Mapping[UUID, bytes]) -> None:
    """Seal her drafts under the key that she has now; what opens to nobody any more goes."""
    opened = _hers(work, staff)
    for row in work.session.scalars(select(Draft).where(Draft.staff_id == staff)):
        if row.id in uncovered:
            context = _context(work, place_of(row))
            row.sealed = wrap(_key(opened.private), _LABEL, context, uncovered[row.id])
        else:
            work.session.delete(row)


def drop_drafts(work: Work, staff: UUID, unit: UUID | None = None) -> None:
    """Delete her drafts in a unit that she leaves; without one, all that she has."""
    which = delete(Draft).where(Draft.staff_id == staff)
    which = which if unit is None else which.where(Draft.unit_id == unit)
    work.session.execute(which, execution_options={"synchronize_session": False})


def _hers(work: Work, staff: UUID) -> OpenedPair:
    opened = ring(work).staff
    if opened is None or opened.staff != staff:
        raise MissingKey("The key of this person is not at hand.")
    return opened


def _without_hers(work: Work, opened: OpenedPair, row: Draft) -> bytes:
    return unwrap(_key(opened.private), _LABEL, _context(work, place_of(row)), row.sealed)


def _key(private: PrivateKey) -> Cipher:
    return Cipher(derive(private.raw(), _USE))


def _context(work: Work, where: DraftPlace) -> tuple[bytes, ...]:
    client = b"" if where.client is None else where.client.bytes
    since = instant_text(where.kept_at).encode()
    return work.installation.bytes, where.staff.bytes, where.unit.bytes, client, where.place, since
