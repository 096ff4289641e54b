"""Turn a drawer's key: a new key, new envelopes, and all its contents sealed again.

The turn is one entry of its own with a manifest of the digests of all rows that it sealed.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.entries import DrawerName, Trace
from caseflow.audit.record import digest_of, record
from caseflow.crypto.ciphers import Cipher
from caseflow.crypto.fields import FieldsOfDrawer, question_tag
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.records import DrawerContent, Fact
from caseflow.database.unit_of_work import Work
from caseflow.keys import drawer_keys
from caseflow.keys.events import KeyEvent
from caseflow.policy.facts import ConsentFact
from caseflow.vault.content_tables import CONTENT_TABLES, fields_of, sealed_columns
from caseflow.vault.plans import reader_plan
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id

MANIFEST = 300  # digests in one entry; a leaf of the log is at most 65,535 bytes


def turn(
    work: Work, consents: Iterable[ConsentFact], drawer: Drawer, act: UUID
) -> tuple[KeyEvent, ...]:
    """Turn the key of a drawer inside the transaction of an act; its present key is at hand.

    Raises Stale when someone else turned it, MissingKey when the key is not on the keyring.
    """
    before = drawer.key_version
    plan = reader_plan(work, consents, drawer.client_id, drawer.unit_id, drawer.category)
    entry = new_id()
    former, new, events = drawer_keys.turn(work, drawer, plan, entry)
    sealed_before = FieldsOfDrawer(former, before, work.installation, drawer.id)
    sealed_after = FieldsOfDrawer(new, drawer.key_version, work.installation, drawer.id)
    rows = _contents(work, drawer)
    for row in rows:
        _reseal(row, sealed_before, sealed_after, new, drawer.key_version)
    work.session.flush()
    _record_manifest(work, drawer, rows, entry, events, act)
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
) -> None:
    columns = sealed_columns(type(row))
    opener = fields_of(before, row)
    texts = {column: opener.open(column, getattr(row, column)) for column in columns}
    row.seal_revision += 1
    row.key_version = version
    sealer = fields_of(after, row)
    for column, text in texts.items():
        setattr(row, column, sealer.seal(column, text))
    if isinstance(row, Fact):
        row.question_tag = question_tag(key, texts["question"])
