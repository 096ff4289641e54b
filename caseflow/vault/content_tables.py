"""Which tables lie in drawers, which of their columns are sealed, and who may see their rows."""

from collections.abc import Mapping
from functools import cache

from sqlalchemy import inspect

from caseflow.crypto.fields import FieldsOfDrawer, FieldsOfRow
from caseflow.database.column_types import Sealed
from caseflow.database.tables.appointments import Appointment
from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.documents import Document, DocumentChunk, DocumentFile
from caseflow.database.tables.family import Guardian, GuardianAnswer, Relative
from caseflow.database.tables.records import (
    ConsentEvidence,
    DisclosureContent,
    DisclosureNote,
    DrawerContent,
    Entry,
    Fact,
    Goal,
    Progress,
    SummaryParagraph,
    SummaryVersion,
)
from caseflow.policy.permissions import RowKind

ROW_KINDS: Mapping[type[DrawerContent], RowKind] = {
    Entry: RowKind.ENTRY,
    Fact: RowKind.FACT,
    Goal: RowKind.GOAL,
    Appointment: RowKind.APPOINTMENT,
    Progress: RowKind.PROGRESS,
    SummaryParagraph: RowKind.SUMMARY,
    SummaryVersion: RowKind.SUMMARY,
    Correction: RowKind.CORRECTION,
    DisclosureContent: RowKind.DISCLOSURE,
    DisclosureNote: RowKind.DISCLOSURE,
    Guardian: RowKind.GUARDIAN,
    Relative: RowKind.RELATIVE,
    Document: RowKind.DOCUMENT,
    DocumentFile: RowKind.DOCUMENT,
    ConsentEvidence: RowKind.EVIDENCE,
}

# What only the unit reads that keeps it, whatever opens its drawer to others: who was told how it
# stands needs no more (Art. 5(1)(c) GDPR), and she may have taken something out.
KEPT_TO_ITSELF: frozenset[type[DrawerContent]] = frozenset({SummaryVersion})

# All that is sealed again when a drawer's key turns; evidence is in no story.
CONTENT_TABLES: tuple[type[DrawerContent], ...] = (
    *ROW_KINDS,
    GuardianAnswer,
)
# All that goes with a drawer when it is destroyed; the keys of chunks lie in the row of their file.
TABLES_OF_A_DRAWER: tuple[type[DrawerContent | DocumentChunk], ...] = (
    *CONTENT_TABLES,
    DocumentChunk,
)


@cache
def sealed_columns(table: type[DrawerContent]) -> tuple[str, ...]:
    """Return the names of the sealed columns of a table."""
    columns = inspect(table).columns
    return tuple(column.key for column in columns if isinstance(column.type, Sealed))


@cache
def field_names(table: type[DrawerContent]) -> tuple[str, ...]:
    """Return the sealed columns of a table as the log names them."""
    return tuple(f"{table.__tablename__}.{column}" for column in sealed_columns(table))


def fields_of(drawer: FieldsOfDrawer, row: DrawerContent) -> FieldsOfRow:
    """Return what seals and opens the fields of one row at its present revision."""
    return drawer.row(row.__tablename__, row.id, row.seal_revision)
