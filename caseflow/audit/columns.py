"""Repeat in plain columns what of an entry must be found without reading every entry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, String, type_coerce

from caseflow.database.tables.audit_log import Leaf

_IDS = {"entry_id": "id", "staff_id": "staff", "unit_id": "unit", "client_id": "client"}
_WORDS = {"act": "act", "decision": "decision", "request_id": "request"}


def plain_columns(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain columns of a leaf, by name, as its content says them.

    Raises ValueError or KeyError for content that is no entry.
    """
    ids = {column: content.get(key) for column, key in _IDS.items()}
    return {
        **{column: None if text is None else UUID(text) for column, text in ids.items()},
        **{column: content.get(key) for column, key in _WORDS.items()},
        "at": datetime.fromisoformat(content["at"]),
    }


class RawLeaf(NamedTuple):
    """The names of the columns of `raw_columns`; a leaf is a bare tuple in this order.

    Making a million ids, instants and rows into objects takes longer than hashing the entries.
    """

    position: int
    payload: Any
    leaf_hash: bytes
    pruned_by: Any
    entry_id: Any
    at: Any
    act: str
    decision: str
    request_id: str | None
    staff_id: Any
    unit_id: Any
    client_id: Any


def raw_columns() -> list[ColumnElement[Any]]:
    """Return all columns of a leaf, each as the driver gives it."""
    columns = Leaf.__table__.columns
    return [type_coerce(columns[name], String).label(name) for name in RawLeaf._fields]


def repeats(row: RawLeaf, content: Mapping[str, Any]) -> bool:
    """Say whether the raw columns of a leaf say what its content says.

    Raises ValueError or KeyError for content that is no entry.
    """
    get = content.get
    # Written out: a million entries are compared so, and a loop would cost more than the hashing.
    _, _, _, _, entry, at, act, decision, request, staff, unit, client = row
    return (
        act == content["act"]
        and decision == content["decision"]
        and request == get("request")
        and (entry == content["id"].replace("-", "") or _same(entry, content["id"]))
        and (staff == get("staff", "").replace("-", "") or _same(staff, get("staff")))
        and (unit == get("unit", "").replace("-", "") or _same(unit, get("unit")))
        and (client == get("client", "").replace("-", "") or _same(client, get("client")))
        and _is_instant(at, content["at"])
    )


def _same(raw: UUID | str | None, told: str | None) -> bool:
    """Say whether an id as a driver gives it is the one that was told."""
    if raw is None or told is None:
        return raw is told
    return told.replace("-", "") == (raw if isinstance(raw, str) else raw.hex)


def _is_instant(raw: object, told: str) -> bool:
    """Say whether an instant as a driver gives it is the one that was told."""
    if raw == f"{told[:10]} {told[11:26]}" and told[26:] == "Z":
        return True
    instant = datetime.fromisoformat(told)
    # SQLite keeps a text, in UTC without saying so.
    spelled = raw if isinstance(raw, datetime) else f"{raw}+00:00"
    return spelled in (instant, instant.isoformat(" ", "microseconds"))
