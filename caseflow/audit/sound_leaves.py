"""Recognise many leaves at once that are as they must be, as nearly all are.

What is recognised here needs no closer look. What is not may be sound all the same:
`audit.check_leaves` looks at each of those leaves by itself, and it alone says what is wrong.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from sqlalchemy import bindparam, select

from caseflow.audit.column_texts import ColumnTexts, column_texts
from caseflow.audit.quick_entries import EntryTold, read_quickly
from caseflow.database.raw_rows import raw_rows
from caseflow.database.tables.audit_log import Leaf
from caseflow.database.unit_of_work import Work
from caseflow.merkle.tree import leaf_hash

_LEAVES = (
    select(Leaf.payload, Leaf.leaf_hash)
    .where(Leaf.position >= bindparam("start"), Leaf.position < bindparam("end"))
    .order_by(Leaf.position)
)


class Fetched(NamedTuple):
    """Some leaves as they stand in the database."""

    payloads: Sequence[bytes]
    hashes: Sequence[bytes]
    columns: ColumnTexts


class Sound(NamedTuple):
    """Leaves that repeat what their entries say; whether the tree holds them is not asked here."""

    hashes: list[bytes]
    entries: list[EntryTold]


def fetch(work: Work, start: int, end: int) -> Fetched | None:
    """Return the leaves from a position up to another; None where one is missing or strange."""
    connection = work.session.connection()
    rows = raw_rows(connection, _LEAVES, {"start": start, "end": end})
    columns = column_texts(connection, start, end)
    if len(rows) < end - start or columns is None:
        return None
    payloads, hashes = zip(*rows, strict=True)
    return Fetched(payloads, hashes, columns)


def recognise(fetched: Fetched) -> Sound | None:
    """Return hashes and contents of leaves that are all sound, else None."""
    try:
        hashes = list(map(leaf_hash, fetched.payloads))
        entries = read_quickly(fetched.payloads)
        if hashes != list(fetched.hashes) or not entries or not _repeat(fetched.columns, entries):
            return None
    except (TypeError, ValueError):
        return None
    return Sound(hashes, entries)


def _repeat(columns: ColumnTexts, told: list[EntryTold]) -> bool:
    """Say whether the columns say what the entries say."""
    ids = (columns.entry_id, columns.staff_id, columns.unit_id, columns.client_id)
    said = chain(
        [one.id for one in told],
        [one.staff for one in told],
        [one.unit for one in told],
        [one.client for one in told],
    )
    return (
        columns.act == "\n".join([one.act for one in told])
        and columns.decision == "\n".join([one.decision for one in told])
        and columns.request_id == "\n".join([one.request for one in told])
        and f"{columns.at}Z" == "\n".join([one.at for one in told]).replace("T", " ")
        # Bytes lose their dashes in half the time of texts.
        and "\n".join(ids).encode() == "\n".join(said).encode().translate(None, b"-")
    )
