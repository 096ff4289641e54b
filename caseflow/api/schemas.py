"""Pieces that many calls send and get: days, instants, grounds, lists, drawers."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from marshmallow import Schema, ValidationError, fields
from typing_extensions import override

from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.answers import Problem


class Out(Schema):
    """What is answered: exactly the fields that are named here."""


class Instant(fields.Field[datetime]):
    """An instant in UTC with a `Z` (RFC 3339)."""

    @override
    def _serialize(
        self, value: datetime | None, attr: str | None, obj: Any, **kwargs: Any
    ) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def several(item: fields.Field[Any] | None = None, *, required: bool = True) -> fields.List[Any]:
    """Return the field of a list, of words unless said; it is never empty: that never means all."""
    return fields.List(item or fields.String(), required=required, validate=_not_empty)


def _not_empty(found: list[Any]) -> None:
    if not found:
        raise ValidationError([Problem("", "empty_list")])


class OfUnit(InSchema):
    """What names the unit that acts; it must be that of the request."""

    unit = fields.String(required=True, metadata={"description": "Slug of the acting unit."})


class AboutUnit(InSchema):
    """A query that may name the unit that acts; it must be that of the request."""

    unit = fields.String(metadata={"description": "Slug of the acting unit."})


class Reasoned(AboutUnit):
    """A query that gives a reason where a case is closed."""

    reason = Line(most=2000, required=False)


class Basis(Out):
    """What opened something."""

    kind = fields.String(required=True)
    id = fields.UUID(required=True)


class Created(Out):
    """The id of what was made."""

    id = fields.UUID(required=True)


def created(row: UUID) -> Mapping[str, Any]:
    """Return the id of what was made as it is shown."""
    return {"id": row}


class Saved(Out):
    """What was written, and its version, which the next change names."""

    id = fields.UUID(required=True)
    version = fields.Integer(required=True)


@cache
def listing(item: type[Schema], name: str) -> type[Schema]:
    """Return the schema of a list of such items, with the cursor of its next page."""
    items = fields.List(fields.Nested(item), required=True)
    following = fields.String(required=True, allow_none=True)
    return Out.from_dict({"items": items, "next": following}, name=name)
