"""Seal a unit's private key to a member or to recovery, and open it again."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from sqlalchemy import bindparam, select

from caseflow.crypto.envelopes import Destination, open_pair, seal_envelope
from caseflow.crypto.key_pairs import PrivateKey, PublicKey
from caseflow.database import sealed_rows
from caseflow.database.tables.units import UnitEnvelope, UnitPair
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.events import KeyEvent
from caseflow.keys.former_keys import FormerKey, seal_former
from caseflow.keys.opened_unit import LooseLink, OpenedUnit
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.states import KeyReader

_NEWEST_FIRST = (
    select(UnitPair).where(UnitPair.unit_id == bindparam("unit")).order_by(UnitPair.version.desc())
)
_ENVELOPES = select(UnitEnvelope).where(
    UnitEnvelope.unit_pair_id == bindparam("pair"),
    UnitEnvelope.reader == bindparam("reader"),
    UnitEnvelope.reader_id == bindparam("reader_id"),
    UnitEnvelope.membership_id.is_not_distinct_from(bindparam("membership")),
)


@dataclass(frozen=True, slots=True)
class UnitReader:
    """Who may open a unit's private key."""

    reader: KeyReader  # staff or recovery
    id: UUID  # staff pair, or the installation
    membership: UUID | None = None


def seal_unit_key(
    work: Work, unit: OpenedUnit, reader: UnitReader, public: PublicKey, act: UUID
) -> KeyEvent:
    """Add the envelope that gives a reader the newest private key; it opens the former ones."""
    destination = _destination(work, unit, public.key_id, act)
    row = UnitEnvelope(
        unit_pair_id=unit.pair,
        reader=reader.reader,
        reader_id=reader.id,
        membership_id=reader.membership,
        act=act,
        sealed=seal_envelope(public, destination, unit.private.raw()),
    )
    work.session.add(row)
    return KeyEvent(
        Act.KEY_GRANT, "unit", unit.unit, unit.version, unit.key_id, reader.reader, reader.id
    )


def open_unit_key(
    work: Work, unit: UUID, reader: UnitReader, private: PrivateKey
) -> OpenedUnit | None:
    """Return the keys of a unit, or None and an alarm when no sound envelope leads to them."""
    pairs = _pairs(work, unit)
    found = _key_of(work, pairs[0], reader, private) if pairs else None
    if found is None:
        work.alarms.append(Alarm.of_key(UnitEnvelope.__tablename__, reader.membership or unit))
        return None
    newest = OpenedUnit(unit, pairs[0].id, pairs[0].version, found)
    return _with_chain(work, newest, pairs, lambda pair: _key_of(work, pair, reader, private))


def _pairs(work: Work, unit: UUID) -> list[UnitPair]:
    """Return the sound pairs of a unit, newest first; none at all when the newest is not sound."""
    pairs = list(work.session.scalars(_NEWEST_FIRST, {"unit": unit}))
    sound = sealed_rows.intact(work, pairs)
    return sound if sound[:1] == pairs[:1] else []


def _key_of(
    work: Work, pair: UnitPair, reader: UnitReader, private: PrivateKey
) -> PrivateKey | None:
    asked = {
        "pair": pair.id,
        "reader": reader.reader,
        "reader_id": reader.id,
        "membership": reader.membership,
    }
    rows = sealed_rows.intact(work, work.session.scalars(_ENVELOPES, asked))
    if not rows:
        return None
    destination = _destination(work, pair, private.public.key_id, rows[0].act)
    try:
        return open_pair(private, destination, rows[0].sealed)
    except BrokenKey:
        return None


def _destination(
    work: Work, pair: UnitPair | OpenedUnit, reader_key_id: bytes, act: UUID
) -> Destination:
    unit = pair.unit_id if isinstance(pair, UnitPair) else pair.unit
    return Destination(
        work.installation, "unit", unit, pair.version, pair.key_id, reader_key_id, act
    )


def _with_chain(
    work: Work,
    newest: OpenedUnit,
    pairs: list[UnitPair],
    key_of: Callable[[UnitPair], PrivateKey | None],
) -> OpenedUnit:
    """Return the keys with the way to the former ones, as far as it is whole.

    A pair that was made where no key of the unit was at hand has no former one under it. The reader
    opens that by her own envelope, which stays until the link is written.
    """
    found, loose = newest, list[LooseLink]()
    for newer, older in pairwise(pairs):
        former = FormerKey(work.installation, older.unit_id, older.version, older.key_id)
        sealed = newer.previous
        if newer.version != older.version + 1:
            break  # a pair between the two is gone or not sound; its alarm is raised already
        if sealed is None:
            key = key_of(older)
            if key is None:
                break  # she was admitted later, and somebody else writes the link
            sealed = seal_former(found.of(newer.key_id).private, former, key)
            loose.append(LooseLink(newer.id, older.id, sealed))
        chain = (*found.chain, (former, sealed))
        found = OpenedUnit(found.unit, found.pair, found.version, found.private, chain)
    found.loose = tuple(loose)
    return found
