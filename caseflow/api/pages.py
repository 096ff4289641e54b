"""Cut lists into pages: a cursor says where the next one begins, and no more than is wanted."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields
from typing_extensions import override

from caseflow.api.schemas import AboutUnit
from caseflow.vocabulary.answers import Problem

MOST = 50
_PLACE = re.compile(rb"from ([0-9]{1,9})")


def cursor_at(start: int) -> str:
    """Return the cursor of a page that begins there, counted from 0."""
    return urlsafe_b64encode(b"from %d" % start).decode().rstrip("=")


class Cursor(fields.Field[int]):
    """The `next` of the page before; a program gives it back as it is."""

    @override
    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> int:
        try:
            found = _PLACE.fullmatch(urlsafe_b64decode(f"{value}==".encode()))
        except ValueError:
            found = None
        if found is None:
            raise ValidationError([Problem("", "not_a_cursor")])
        return int(found[1])


def _few(wanted: int) -> None:
    if not 1 <= wanted <= MOST:
        values = {"given": str(wanted), "from": "1", "to": str(MOST)}
        raise ValidationError([Problem("", "out_of_bounds", values)])


class Paged(AboutUnit):
    """A query for one page of a list; `limit` is 50 unless said."""

    cursor = Cursor(metadata={"type": "string"})
    limit = fields.Integer(validate=_few, metadata={"minimum": 1, "maximum": MOST})
