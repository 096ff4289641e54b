"""Fetch the plain columns of many leaves, each as one text with a line for each leaf.

Handing each value to Python by itself takes longer than hashing the entry; the database strings
them together at half the cost.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)

from caseflow.database.raw_rows import raw_rows
from caseflow.database.tables.audit_log import Leaf

Texts: TypeAlias = Mapping[str, ColumnElement[Any]]

_COLUMNS = Leaf.__table__.columns
_IDS = ("entry_id", "staff_id", "unit_id", "client_id")


class ColumnTexts(NamedTuple):
    """The columns of some leaves by position: a line for each, empty where there is no value.

    Ids have no dashes; instants are in UTC, `2026-03-02 09:00:00.000005Z`, the last without `Z`.
    """

    entry_id: str
    at: str
    act: str
    decision: str
    request_id: str
    staff_id: str
    unit_id: str
    client_id: str


def column_texts(connection: Connection, start: int, end: int) -> ColumnTexts | None:
    """Return the columns of the leaves from a position up to another.

    None where there are no leaves, and where a value is one that its line does not tell from
    another.
    """
    wanted = _FROM_SQLITE if connection.dialect.name == "sqlite" else _FROM_POSTGRES
    [(strange, *texts)] = raw_rows(connection, wanted, {"start": start, "end": end})
    return None if strange or None in texts else ColumnTexts(*texts)


def _within() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Leaf.position >= bindparam("start"), Leaf.position < bindparam("end")


def _joined(texts: Texts) -> list[ColumnElement[Any]]:
    """Return the lines of each column; each leaf has at least one in each."""
    return [
        func.aggregate_strings(func.coalesce(texts[name], ""), "Z\n" if name == "at" else "\n")
        for name in ColumnTexts._fields
    ]


def _from_sqlite() -> Select[*tuple[Any, ...]]:
    """Return the statement, which says first how many leaves have a value that no line shows."""
    texts = {name: type_coerce(_COLUMNS[name], String) for name in ColumnTexts._fields}
    # Bytes may spell the same line as a text, and no search finds them; they sort behind all texts.
    bytes_begin = literal_column("x''", String)
    strange = or_(*(each >= bytes_begin for each in texts.values()), _COLUMNS["request_id"] == "")
    # It reads them by position anyhow; asked for that order, it would lay all of them by first.
    return select(func.count().filter(strange), *_joined(texts)).where(*_within())


def _from_postgres() -> Select[*tuple[Any, ...]]:
    """Return the same for a database that spells ids and instants in another way."""
    texts = {name: _COLUMNS[name] for name in ("act", "decision", "request_id")}
    # With the era: without it a day before Christ reads as one of ours.
    instant = func.to_char(func.timezone("UTC", _COLUMNS["at"]), "YYYY-MM-DD HH24:MI:SS.US AD")
    ids = {name: func.replace(cast(_COLUMNS[name], String), "-", "") for name in _IDS}
    named = (texts | ids | {"at": func.replace(instant, " AD", "")}).items()
    strange = (_COLUMNS["request_id"] == "").label("strange")
    lines = select(strange, *(text.label(name) for name, text in named)).where(*_within())
    found = lines.order_by(Leaf.position).subquery().c
    return select(func.count().filter(found.strange), *_joined(dict(found.items())))


_FROM_SQLITE, _FROM_POSTGRES = _from_sqlite(), _from_postgres()
