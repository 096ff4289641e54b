"""Turn a drawer's key: a new key, new envelopes, and all its contents sealed again.

The turn is one entry of its own with a manifest of the digests of all rows that it sealed whole.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from contextlib import suppress
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import DrawerName, Trace
from caseflow.audit.record import digest_of, record
from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.fields import FieldsOfDrawer, FieldsOfRow, question_tag
from caseflow.database.row_values import readable
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import DrawerContent, Fact
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.keys import drawer_keys
from caseflow.keys.events import KeyEvent
from caseflow.policy.facts import ConsentFact
from caseflow.vault.content_tables import CONTENT_TABLES, fields_of, sealed_columns
from caseflow.vault.honoured import honoured
from caseflow.vault.plans import plan_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.ids import new_id

MANIFEST = 300  # digests in one entry; a leaf of the log is at most 65,535 bytes


def turn(
    work: Work, consents: Iterable[ConsentFact], drawer: Drawer, act: UUID
) -> tuple[KeyEvent, ...]:
    """Turn the key of a drawer inside the transaction of an act; its present key is at hand.

    A field that does not open stays as it is, and its row becomes an alarm. Raises Stale when
    someone else turned it, MissingKey when the key is not on the keyring.
    """
    before = drawer.key_version
    running = honoured(work, drawer.client_id, consents)
    plan = plan_of(work, running, drawer)
    entry = new_id()
    former, new, events = drawer_keys.turn(work, drawer, plan, entry)
    sealed_before = FieldsOfDrawer(former, before, work.installation, drawer.id)
    sealed_after = FieldsOfDrawer(new, drawer.key_version, work.installation, drawer.id)
    whole: list[DrawerContent] = []
    damaged: list[DrawerContent] = []
    for row in _contents(work, drawer):
        opened = _reseal(row, sealed_before, sealed_after, new, drawer.key_version)
        if opened and readable(row):
            whole.append(row)
        else:
            damaged.append(row)
            work.alarms.append(Alarm.of_key(row.__tablename__, row.id))
    work.session.flush()
    for row in damaged:
        # The log keeps the digest of what it once was, never that of what was damaged.
        work.touched.forget(row.__tablename__, row.id)
    _record_manifest(work, drawer, whole, entry, events, act)
    return tuple(events)


def _record_manifest(
    work: Work,
    drawer: Drawer,
    rows: Sequence[DrawerContent],
    entry: UUID,
    events: Iterable[KeyEvent],
    act: UUID,
) -> None:
    """Record the turn and the digest of every row; a long manifest runs over several entries."""
    whole = Trace(
        act=Act.DRAWER_TURN,
        unit=drawer.unit_id,
        client=drawer.client_id,
        drawers=(DrawerName(drawer.id, drawer.unit_id, drawer.category),),
        rows=tuple(digest_of(row) for row in rows),
        keys=tuple(event.listed() for event in events),
        details={"act": str(act)},
    )
    for row in rows:
        work.touched.forget(row.__tablename__, row.id)  # each is on one of the sheets
    record(work, dataclasses.replace(whole, rows=whole.rows[:MANIFEST]), entry)
    for start in range(MANIFEST, len(whole.rows), MANIFEST):
        sheet = whole.rows[start : start + MANIFEST]
        record(work, dataclasses.replace(whole, rows=sheet, keys=(), details={"turn": str(entry)}))


def _contents(work: Work, drawer: Drawer) -> list[DrawerContent]:
    rows: list[DrawerContent] = []
    for table in CONTENT_TABLES:
        inside = select(table).where(
            table.client_id == drawer.client_id, table.drawer_id == drawer.id
        )
        rows.extend(work.session.scalars(inside))
    return rows


def _reseal(
    row: DrawerContent, before: FieldsOfDrawer, after: FieldsOfDrawer, key: Cipher, version: int
) -> bool:
    """Seal all that opens under the new key; say whether that was the whole row."""
    columns = sealed_columns(type(row))
    texts = _texts(row, fields_of(before, row), columns)
    row.seal_revision += 1
    row.key_version = version
    sealer = fields_of(after, row)
    for column, text in texts.items():
        setattr(row, column, sealer.seal(column, text))
    if isinstance(row, Fact) and "question" in texts:
        row.question_tag = question_tag(key, texts["question"])
    return len(texts) == len(columns)


def _texts(row: DrawerContent, opener: FieldsOfRow, columns: Iterable[str]) -> dict[str, str]:
    """Return the text of each field that opens."""
    texts = {}
    for column in columns:
        with suppress(BrokenKey):
            texts[column] = opener.open(column, getattr(row, column))
    return texts
