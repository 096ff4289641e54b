"""Open drawer keys in two steps, because the database is let go before anything is opened."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import bindparam, select

from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.envelopes import Destination, open_envelope, open_own
from caseflow.crypto.key_pairs import PrivateKey
from caseflow.database import sealed_rows
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys.keyring import RequestKeyring, ring
from caseflow.vocabulary.errors import MissingKey, Stale
from caseflow.vocabulary.states import KeyReader

_ENVELOPES = select(Envelope).where(
    Envelope.reader == bindparam("reader"),
    Envelope.reader_id == bindparam("reader_id"),
    Envelope.drawer_id.in_(bindparam("drawers", expanding=True)),
)


def find(work: Work, drawers: Sequence[Drawer], *, as_staff: bool = False) -> dict[UUID, Envelope]:
    """Return, by drawer, the envelopes for the unit on the keyring, or for the person herself.

    A drawer whose envelope is missing or not sound is left out and becomes an alarm.
    """
    keyring = ring(work)
    if as_staff and keyring.staff is not None:
        return find_for(work, drawers, KeyReader.STAFF, keyring.staff.staff)
    if not as_staff and keyring.unit is not None:
        return find_for(work, drawers, KeyReader.UNIT, keyring.unit.unit)
    raise MissingKey("The key of the reader is not on the keyring.")


def find_for(
    work: Work, drawers: Sequence[Drawer], reader: KeyReader, reader_id: UUID
) -> dict[UUID, Envelope]:
    """Return, by drawer, the envelopes of its present key for this reader.

    Raises Stale when one is missing because its drawer was turned since it was loaded.
    """
    ids = [drawer.id for drawer in drawers]
    asked = {"reader": reader, "reader_id": reader_id, "drawers": ids}
    rows = sealed_rows.intact(work, work.session.scalars(_ENVELOPES, asked))
    by_key = {(row.drawer_id, row.key_version, row.key_id): row for row in rows}
    found = {}
    for drawer in drawers:
        row = by_key.get((drawer.id, drawer.key_version, drawer.key_id))
        if row is not None:
            found[drawer.id] = row
    missing = [drawer for drawer in drawers if drawer.id not in found]
    still_as_loaded(work, missing)
    work.alarms += [Alarm.of_key(Drawer.__tablename__, drawer.id) for drawer in missing]
    return found


def still_as_loaded(work: Work, drawers: Sequence[Drawer]) -> None:
    """Raise Stale when one of these drawers was turned by somebody else since it was loaded.

    On PostgreSQL each statement sees what was committed before it: what lay under the former key
    may be gone, and what is there may lie under the new one. Neither is damage.
    """
    if not drawers:
        return
    loaded = {drawer.id: drawer.key_version for drawer in drawers}
    now = select(Drawer.id, Drawer.key_version).where(Drawer.id.in_(loaded))
    if any(version > loaded[drawer] for drawer, version in work.session.execute(now)):
        raise Stale(Drawer.__tablename__)


def open_found(
    keyring: RequestKeyring, installation: UUID, envelopes: Mapping[UUID, Envelope]
) -> dict[UUID, Cipher]:
    """Return the drawer keys, by drawer, without a statement; they stay on the keyring.

    Raises BrokenKey when an envelope holds another key than the one that was born.
    """
    opened = {}
    for drawer, row in envelopes.items():
        place = drawer, row.key_version
        if place not in keyring.ciphers:
            keyring.ciphers[place] = _open(keyring, installation, row)
        opened[drawer] = keyring.ciphers[place]
    return opened


def open_row(private: PrivateKey, installation: UUID, row: Envelope) -> Cipher:
    """Return the drawer key in an envelope that is sealed to this pair; raises BrokenKey."""
    return Cipher(open_envelope(private, destination_of(installation, row), row.sealed))


def destination_of(installation: UUID, row: Envelope) -> Destination:
    """Return what the envelope is bound to."""
    return Destination(
        installation,
        "drawer",
        row.drawer_id,
        row.key_version,
        row.key_id,
        row.reader_key_id,
        row.act,
    )


def _open(keyring: RequestKeyring, installation: UUID, row: Envelope) -> Cipher:
    if row.reader == KeyReader.STAFF:
        return open_row(_staff_key(keyring), installation, row)
    if keyring.unit is None:
        raise MissingKey("The key of the unit is not on the keyring.")
    keys = keyring.unit.of(row.reader_key_id)
    if row.symmetric:
        return Cipher(open_own(keys.own, destination_of(installation, row), row.sealed))
    return open_row(keys.private, installation, row)


def _staff_key(keyring: RequestKeyring) -> PrivateKey:
    if keyring.staff is None:
        raise MissingKey("The key of the person is not on the keyring.")
    return keyring.staff.private
