"""Ask for many leaves in one row: their entries one behind the other, each column as one text.

Handing each value to Python by itself takes longer than hashing the entry. The database strings
them together at half the cost, and whoever waits for it can do something else meanwhile.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Integer,
    LargeBinary,
    Select,
    String,
    bindparam,
    cast,
    false,
    func,
    literal_column,
    or_,
    select,
    true,
    type_coerce,
)

from caseflow.database.tables.audit_log import Leaf
from caseflow.merkle.tiles import TILE_WIDTH
from caseflow.merkle.tree import HASH_SIZE

Texts: TypeAlias = Mapping[str, ColumnElement[Any]]

_COLUMNS = Leaf.__table__.columns
_IDS = ("entry_id", "staff_id", "unit_id", "client_id")
_PART = 4 * TILE_WIDTH
# Written out: a bound value is handed over anew for each row.
_LINE, _Z_LINE = literal_column("'\n'", String), literal_column("'Z\n'", String)
_NOTHING = literal_column("''", String)
_SIZE = literal_column(str(HASH_SIZE), Integer)
_START, _END = bindparam("start", type_=Integer), bindparam("end", type_=Integer)


class ColumnTexts(NamedTuple):
    """The columns of some leaves by position: a line for each, empty where there is no value.

    Ids are as the database spells them, SQLite without dashes. Instants are in UTC,
    `2026-03-02 09:00:00.000005Z`, the last without `Z`.
    """

    entry_id: str
    at: str
    act: str
    decision: str
    request_id: str
    staff_id: str
    unit_id: str
    client_id: str


class Joined(NamedTuple):
    """Some leaves by position, as a row of the statements below."""

    dashed: bool  # whether the ids in their columns have dashes
    size: int  # how many have an entry
    strange: int  # how many have a value that its line does not tell from another
    payloads: bytes  # a line for each
    hashes: bytes  # 32 bytes for each
    columns: ColumnTexts

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> "Joined":
        """Return a row as it is; where there are no leaves, nothing is in it."""
        dashed, size, strange, payloads, hashes, *texts = row
        return cls(bool(dashed), size, strange, payloads, hashes, ColumnTexts(*texts))


def _joined(payload: Any, hashed: Any, texts: Texts) -> list[ColumnElement[Any]]:  # noqa: ANN401 - as each database strings bytes together
    """Return entries, hashes and the lines of each column; each leaf has at least one in each."""
    lines = [
        _strung(func.coalesce(texts[name], _NOTHING), _Z_LINE if name == "at" else _LINE)
        for name in ColumnTexts._fields
    ]
    named = zip(
        ("payloads", "hashes", *ColumnTexts._fields), (payload, hashed, *lines), strict=True
    )
    return [each.label(f"joined_{name}") for name, each in named]


def _strung(value: ColumnElement[Any], separator: Any) -> ColumnElement[Any]:  # noqa: ANN401 - also what is no bound value
    return func.aggregate_strings(value, separator)


def _from_sqlite() -> Select[*tuple[Any, ...]]:
    """Return the statement for SQLite, which keeps in a column whatever it is given."""
    texts = {name: type_coerce(_COLUMNS[name], String) for name in ColumnTexts._fields}
    payload, hashed = (type_coerce(_COLUMNS[name], String) for name in ("payload", "leaf_hash"))
    # Bytes may spell the same line as a text, and no search finds them; they sort behind all texts.
    bytes_begin = literal_column("x''", String)
    strange = or_(
        *(each >= bytes_begin for each in texts.values()),
        texts["request_id"] == _NOTHING,
        _COLUMNS["pruned_by"].is_not(None),
        payload < bytes_begin,
        hashed < bytes_begin,
        func.length(hashed) != _SIZE,
    )
    strung = (
        cast(_strung(payload, _LINE), LargeBinary),
        cast(_strung(hashed, _NOTHING), LargeBinary),
    )
    # It reads them by position anyhow; asked for that order, it would lay all of them by first.
    return select(
        false(), func.count(payload), func.count().filter(strange), *_joined(*strung, texts)
    ).where(Leaf.position >= _START, Leaf.position < _END)


def _from_postgres() -> Select[*tuple[Any, ...]]:
    """Return the statement for PostgreSQL, which takes thrice as long for texts of any length.

    So each of its rows holds a part of the leaves.
    """
    starts = func.generate_series(_START, _END - 1, _PART).table_valued("first", name="starts")
    firsts = starts.render_derived()
    first = firsts.c.first
    within = Leaf.position >= first, Leaf.position < func.least(first + _PART, _END)
    words = {name: _COLUMNS[name] for name in ("act", "decision", "request_id")}
    ids = {name: cast(_COLUMNS[name], String) for name in _IDS}
    instant = func.to_char(func.timezone("UTC", _COLUMNS["at"]), "YYYY-MM-DD HH24:MI:SS.US")
    strange = or_(
        _COLUMNS["request_id"] == _NOTHING,
        _COLUMNS["pruned_by"].is_not(None),
        func.length(_COLUMNS["leaf_hash"]) != _SIZE,
        _COLUMNS["at"] < datetime(1, 1, 1, tzinfo=UTC),  # a day before Christ reads as one of ours
    )
    named = (words | ids | {"at": instant, "strange": strange}).items()
    lines = select(Leaf.payload, Leaf.leaf_hash, *(each.label(name) for name, each in named))
    found = lines.where(*within).order_by(Leaf.position).correlate(firsts).lateral().c
    strung = (
        func.string_agg(found.payload, literal_column("'\\x0a'::bytea")),
        func.string_agg(found.leaf_hash, literal_column("''::bytea")),
    )
    counted = (
        func.count(found.payload).label("found"),
        func.count().filter(found.strange).label("strange"),
    )
    part = select(
        true().label("dashed"), *counted, *_joined(*strung, dict(found.items()))
    ).lateral()
    return select(part).select_from(firsts).order_by(first)


STATEMENTS = {"sqlite": _from_sqlite(), "postgresql": _from_postgres()}
