from sqlalchemy import inspect

from caseflow.crypto.ciphers import Cipher, new_key
from caseflow.crypto.fields import FieldsOfDrawer
from caseflow.database.base import Base
from caseflow.database.column_types import Sealed
from caseflow.database.tables.documents import DocumentChunk
from caseflow.database.tables.records import DrawerContent, Entry, Fact
from caseflow.vault.content_tables import (
    CONTENT_TABLES,
    ROW_KINDS,
    field_names,
    fields_of,
    sealed_columns,
)
from caseflow.vocabulary.ids import new_id
from tests.factories.house import StoppedClock


def test_every_table_that_lies_in_drawers_is_known() -> None:
    mapped = {each.class_ for each in Base.registry.mappers}
    assert {table for table in mapped if issubclass(table, DrawerContent)} == set(CONTENT_TABLES)
    assert set(ROW_KINDS) < set(CONTENT_TABLES)


def test_every_sealed_column_of_the_database_lies_in_a_drawer() -> None:
    sealed = {
        (mapper.class_, column.key)
        for mapper in Base.registry.mappers
        for column in inspect(mapper.class_).columns
        if isinstance(column.type, Sealed)
    }
    # Chunks lie there too, under a key of their own that lies in a drawer.
    known: set[tuple[type, str]] = {(DocumentChunk, "sealed")}
    known |= {(table, column) for table in CONTENT_TABLES for column in sealed_columns(table)}
    assert sealed == known
    assert field_names(Fact) == (
        *("facts.question", "facts.state", "facts.value", "facts.told_on"),
    )


def test_a_field_is_bound_to_its_row_and_revision() -> None:
    drawer = FieldsOfDrawer(Cipher(new_key()), 1, new_id(), new_id())
    row = Entry(
        client_id=new_id(),
        drawer_id=new_id(),
        key_version=1,
        seal_revision=3,
        recorded_by=new_id(),
        recorded_at=StoppedClock().now(),
        kind=b"",
        occurred_on=b"",
        title=b"",
        text=b"",
    )
    sealed = drawer.row("entries", row.id, 3).seal("text", "Sie kam.")
    assert fields_of(drawer, row).open("text", sealed) == "Sie kam."
