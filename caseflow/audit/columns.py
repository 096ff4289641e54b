"""Repeat in plain columns what of an entry must be found without reading every entry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID


def plain_columns(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain columns of a leaf, by name, as its content says them.

    Raises ValueError or KeyError for content that is no entry.
    """
    return {
        "entry_id": UUID(content["id"]),
        "at": datetime.fromisoformat(content["at"]),
        "act": content["act"],
        "decision": content["decision"],
        "staff_id": _id(content.get("staff")),
        "unit_id": _id(content.get("unit")),
        "client_id": _id(content.get("client")),
        "request_id": content.get("request"),
    }


def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)
