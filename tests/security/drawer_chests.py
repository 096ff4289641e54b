"""The ciphertexts of drawers: their keys, their fields, and the chunks of their files."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any

from caseflow.crypto.ciphers import Cipher, new_key
from caseflow.crypto.fields import FieldsOfDrawer, FieldsOfRow
from caseflow.crypto.streams import FileCipher, FilePlace
from caseflow.database.tables.documents import DocumentChunk, DocumentFile
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.records import DrawerContent
from caseflow.database.unit_of_work import Work
from caseflow.keys.envelopes import find, open_found
from caseflow.keys.keyring import ring
from caseflow.vault.content_tables import CONTENT_TABLES, fields_of, sealed_columns
from caseflow.vault.open_drawers import fields_in
from caseflow.vocabulary.ids import new_id
from tests.security.chest_rows import chest_of, rows_of, unit_of
from tests.security.tamperings import Chest


def drawer_chests(work: Work) -> Iterator[Chest]:
    """Yield the envelopes of a unit's own drawers, their fields, and the chunks of their files."""
    drawers = rows_of(work, Drawer, unit_id=unit_of(work).unit)
    for drawer in drawers:
        envelope = find(work, [drawer])[drawer.id]
        work.session.expunge_all()
        yield chest_of(work, envelope, "sealed", partial(_drawer_key, work))
        cipher = _drawer_key(work, envelope)
        for table in CONTENT_TABLES:
            for row in rows_of(work, table, drawer_id=drawer.id):
                yield from _fields(work, drawer, cipher, row)
        for table in CONTENT_TABLES:
            for _ in range(2):
                yield from _fields(work, drawer, cipher, _unwritten(table))


def _unwritten(table: type[DrawerContent]) -> Any:  # noqa: ANN401 - a row of any table
    """Return a row that nobody wrote: its fields are sealed for it as for any other."""
    return SimpleNamespace(
        __tablename__=table.__tablename__,
        table=table,
        id=new_id(),
        seal_revision=1,
        **dict.fromkeys(sealed_columns(table)),
    )


def _fields(work: Work, drawer: Drawer, cipher: Cipher, row: Any) -> Iterator[Chest]:  # noqa: ANN401 - of any table
    fields = fields_of(fields_in(work, drawer, cipher), row)
    house, version = work.installation, drawer.key_version
    others = (
        FieldsOfDrawer(cipher, version, house, new_id()),
        FieldsOfDrawer(cipher, version, new_id(), drawer.id),
        FieldsOfDrawer(cipher, version + 1, house, drawer.id),
        FieldsOfDrawer(Cipher(new_key()), version, house, drawer.id),
    )
    name, revision = row.__tablename__, row.seal_revision
    strange = [
        fields_in(work, drawer, cipher).row(name, row.id, revision - 1),
        fields_in(work, drawer, cipher).row("others", row.id, revision),
        *(other.row(name, row.id, revision) for other in others),
    ]
    table: type[DrawerContent] = getattr(row, "table", None) or type(row)
    for column in sealed_columns(table):
        sealed = fields.seal(column, "later")
        chest = chest_of(work, row, column, partial(_field, fields, column), sealed)
        then = tuple(each.seal(column, "then") for each in strange)
        yield replace(chest, strange=then, drawer=str(drawer.id))
    if isinstance(row, DocumentFile):
        yield from _chunks(work, row, fields.open("key", row.key))


def _drawer_key(work: Work, envelope: Envelope) -> Cipher:
    keyring = ring(work)
    keyring.ciphers.clear()
    return open_found(keyring, work.installation, {envelope.drawer_id: envelope})[
        envelope.drawer_id
    ]


def _field(fields: FieldsOfRow, column: str, row: Any) -> str:  # noqa: ANN401 - of any table
    return fields.open(column, getattr(row, column))


def _chunks(work: Work, row: DocumentFile, key: str) -> Iterator[Chest]:
    place = FilePlace(work.installation, row.drawer_id, row.id, row.file_id)
    cipher = FileCipher(Cipher(bytes.fromhex(key)), place)
    chunks = rows_of(work, DocumentChunk, file_id=row.file_id)
    for chunk in chunks:
        last = chunk.number == len(chunks) - 1
        yield chest_of(work, chunk, "sealed", partial(_chunk, cipher, last=last))


def _chunk(cipher: FileCipher, chunk: DocumentChunk, *, last: bool) -> bytes:
    return cipher.open(chunk.number, chunk.sealed, last=last)
