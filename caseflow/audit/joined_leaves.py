"""Ask for many leaves in one row: their entries one behind the other, each column as one text.

Handing each value to Python by itself takes longer than hashing the entry. The database strings
them together at half the cost, and whoever waits for it can do something else meanwhile.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Dialect,
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

from caseflow.audit.joined_row import ColumnTexts
from caseflow.audit.leaf_reader import Question
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
_FIRST_DAY = cast(literal_column("'0001-01-01T00:00:00Z'", String), DateTime(timezone=True))
_START, _END = bindparam("start", type_=Integer), bindparam("end", type_=Integer)


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
        _COLUMNS["at"] < _FIRST_DAY,  # a day before Christ reads as one of ours
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


_STATEMENTS = {"sqlite": _from_sqlite(), "postgresql": _from_postgres()}


@lru_cache(maxsize=2)  # a small log is read in less time than this takes
def question(dialect: Dialect) -> Question:
    """Return what a database of this kind is asked."""
    compiled = _STATEMENTS[dialect.name].compile(dialect=dialect)
    return Question(str(compiled), dict(compiled.params), list(compiled.positiontup or ()))
