"""Give a drawer its key, turn it after a withdrawal, hand it to readers and take it from them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.orm import aliased

from caseflow.crypto.ciphers import Cipher, new_key
from caseflow.database import sealed_rows
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.units import UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_readers import HandingOut, Reader, ReaderPlan
from caseflow.keys.events import KeyEvent
from caseflow.keys.keyring import ring
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import MissingKey, Stale
from caseflow.vocabulary.states import KeyReader


def birth(
    work: Work, client: UUID, unit: UUID, category: str, readers: ReaderPlan, act: UUID
) -> tuple[Drawer, list[KeyEvent]]:
    """Make a drawer with its key and an envelope for each reader; the key is on the keyring."""
    return _born(work, readers, act, client_id=client, unit_id=unit, category=category)


def birth_of_copy(
    work: Work, unit: UUID, original: Drawer, under: UUID, readers: ReaderPlan, act: UUID
) -> tuple[Drawer, list[KeyEvent]]:
    """Make a drawer for what a unit copies from another's under a consent, as above."""
    return _born(
        work,
        readers,
        act,
        client_id=original.client_id,
        unit_id=unit,
        category=original.category,
        copied_from=original.unit_id,
        copied_under=under,
    )


def turn(
    work: Work, drawer: Drawer, readers: ReaderPlan, act: UUID
) -> tuple[Cipher, Cipher, list[KeyEvent]]:
    """Give a drawer a new key and new envelopes; return the former key, the new one, the events.

    The former key has to be on the keyring. The contents have to be sealed again in the same
    transaction. Raises MissingKey without the former key, Stale when someone else was faster.
    """
    former = ring(work).ciphers.get((drawer.id, drawer.key_version))
    if former is None:
        raise MissingKey("The drawer's present key is not on the keyring.")
    new = Cipher(new_key())
    sealed_rows.change(
        work, drawer, key_version=drawer.key_version + 1, key_id=new.key_id, turn_due=None
    )
    _delete(work, Envelope.client_id == drawer.client_id, Envelope.drawer_id == drawer.id)
    turned = KeyEvent(Act.DRAWER_TURN, "drawer", drawer.id, drawer.key_version, new.key_id)
    return former, new, [turned, *_hand_to_all(work, drawer, new, readers, act)]


def mark_due(work: Work, drawer: Drawer, at: datetime) -> None:
    """Say that a drawer turns before its next write; an earlier saying stands."""
    if drawer.turn_due is None:
        sealed_rows.change(work, drawer, turn_due=at)


def due_to_turn(work: Work, drawers: Sequence[Drawer]) -> set[UUID]:
    """Return which drawers turn before the next write or grant: marked, or known to a former key.

    After a departure the unit's former key still opens the envelopes made before; the person who
    left may have kept it.
    """
    newer = aliased(UnitPair)
    known = aliased(UnitPair)
    query = (
        select(Envelope.drawer_id)
        .join(
            known, (known.unit_id == Envelope.reader_id) & (known.key_id == Envelope.reader_key_id)
        )
        .join(newer, (newer.unit_id == known.unit_id) & (newer.version > known.version))
        .where(
            Envelope.reader == KeyReader.UNIT,
            Envelope.drawer_id.in_([drawer.id for drawer in drawers]),
        )
    )
    marked = {drawer.id for drawer in drawers if drawer.turn_due is not None}
    return marked | set(work.session.scalars(query))


def count_write(work: Work, drawer: Drawer) -> bool:
    """Count a write or grant under the drawer's key; False when the key is due or turned."""
    statement = (
        update(Drawer)
        .where(
            Drawer.client_id == drawer.client_id,
            Drawer.id == drawer.id,
            Drawer.key_version == drawer.key_version,
            Drawer.turn_due.is_(None),
        )
        .values(writes=Drawer.writes + 1)
        .execution_options(synchronize_session=False)
    )
    return cast("CursorResult[Any]", work.session.execute(statement)).rowcount == 1


def grant(work: Work, drawer: Drawer, cipher: Cipher, reader: Reader, act: UUID) -> KeyEvent | None:
    """Hand a drawer's key to a further reader, in place of any former envelope of its.

    None where the reader has no sound public key. Raises Stale when the key is due to turn or was
    turned: the caller turns first.
    """
    if not count_write(work, drawer):
        raise Stale(Drawer.__tablename__)
    _delete(
        work,
        Envelope.drawer_id == drawer.id,
        Envelope.reader == reader.kind,
        Envelope.reader_id == reader.id,
    )
    return HandingOut(work, drawer, cipher, act).to(reader)


def revoke(
    work: Work,
    drawers: Sequence[Drawer],
    reader_id: UUID,
    reader: KeyReader = KeyReader.UNIT,
) -> list[KeyEvent]:
    """Delete a reader's envelopes of these drawers; needs no key and never fails for none."""
    which = (
        Envelope.drawer_id.in_([drawer.id for drawer in drawers]),
        Envelope.reader == reader,
        Envelope.reader_id == reader_id,
    )
    found = work.session.scalars(select(Envelope).where(*which).order_by(Envelope.drawer_id))
    rows = sealed_rows.intact(work, found)  # a forged one goes too; its alarm tells of it
    _delete(work, *which)
    return [
        KeyEvent(
            Act.KEY_REVOKE, "drawer", row.drawer_id, row.key_version, row.key_id, reader, reader_id
        )
        for row in rows
    ]


def destroy_keys(work: Work, drawer: Drawer) -> list[KeyEvent]:
    """Delete every envelope of a drawer, the owner's, the trustee's and recovery's among them."""
    which = (Envelope.client_id == drawer.client_id, Envelope.drawer_id == drawer.id)
    found = work.session.scalars(select(Envelope).where(*which).order_by(Envelope.id))
    rows = sealed_rows.intact(work, found)
    _delete(work, *which)
    return [
        KeyEvent(
            Act.KEY_REVOKE,
            "drawer",
            row.drawer_id,
            row.key_version,
            row.key_id,
            KeyReader(row.reader),
            row.reader_id,
        )
        for row in rows
    ]


def _born(
    work: Work,
    readers: ReaderPlan,
    act: UUID,
    **place: Any,  # noqa: ANN401 - columns of a drawer
) -> tuple[Drawer, list[KeyEvent]]:
    cipher = Cipher(new_key())
    drawer = Drawer(key_version=1, key_id=cipher.key_id, born_at=work.clock.now(), **place)
    work.session.add(drawer)
    born = KeyEvent(Act.KEY_BIRTH, "drawer", drawer.id, 1, cipher.key_id)
    return drawer, [born, *_hand_to_all(work, drawer, cipher, readers, act)]


def _hand_to_all(
    work: Work, drawer: Drawer, cipher: Cipher, readers: ReaderPlan, act: UUID
) -> list[KeyEvent]:
    ring(work).ciphers[drawer.id, drawer.key_version] = cipher
    handing = HandingOut(work, drawer, cipher, act)
    handed = [handing.to(reader) for reader in readers.readers(work.installation, drawer.unit_id)]
    return [event for event in handed if event is not None]


def _delete(work: Work, *which: Any) -> None:  # noqa: ANN401 - SQLAlchemy's conditions have no common public type
    statement = delete(Envelope).where(*which)
    work.session.execute(statement, execution_options={"synchronize_session": False})
