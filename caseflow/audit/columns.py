"""Repeat in plain columns what of an entry must be found without reading every entry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
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


def raw_columns() -> list[ColumnElement[Any]]:
    """Return all columns of a leaf, the ids as the driver gives them.

    Making a million ids into objects and back takes longer than hashing the entries.
    """
    return [
        type_coerce(column, String).label(column.name) if column.name in _IDS else column
        for column in Leaf.__table__.columns
    ]


def repeats(row: Any, content: Mapping[str, Any]) -> bool:  # noqa: ANN401 - a row of raw columns
    """Say whether the raw columns of a leaf say what its content says."""
    get = content.get
    # Written out: a million entries are compared so, and a loop would cost more than the hashing.
    return (
        row.act == get("act")
        and row.decision == get("decision")
        and row.request_id == get("request")
        and _same(row.entry_id, get("id"))
        and _same(row.staff_id, get("staff"))
        and _same(row.unit_id, get("unit"))
        and _same(row.client_id, get("client"))
        and row.at == datetime.fromisoformat(content["at"])
    )


def _same(raw: UUID | str | None, told: str | None) -> bool:
    """Say whether an id as a driver gives it is the one that was told."""
    if raw is None or told is None:
        return raw is told
    digits = told.replace("-", "")
    return digits == (raw.hex if isinstance(raw, UUID) else raw.replace("-", ""))
