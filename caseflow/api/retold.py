"""Name who outside had been told of what was erased, and note that they were told so."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import Instant, Out
from caseflow.api.units import Units
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line, one_of
from caseflow.subject_rights.erasure import (
    Retelling,
    ToldBefore,
    knock_at_erasure,
    retell_erasure,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import Retold

LONGEST = 4000
_RETOLD = [each.value for each in Retold]


class OutToldBefore(Out):
    """A partner was told something of it before, and is to be told that it was erased."""

    id = fields.UUID(required=True)
    partner = fields.UUID(required=True)
    unit = fields.String(required=True, metadata={"description": "Slug of who told it."})
    categories = fields.List(fields.String(), required=True)
    made_at = Instant(required=True)
    retold = fields.String(
        required=True,
        allow_none=True,
        metadata={"enum": [*_RETOLD, None]},
    )
    retold_at = Instant(required=True, allow_none=True)


class NewRetelling(InSchema):
    """Of which telling it is said, and how the partner was told, or why it was not."""

    disclosure = fields.UUID(required=True)
    retold = fields.String(
        required=True,
        validate=one_of(Retold),
        metadata={"enum": _RETOLD},
    )
    text = Line(most=LONGEST)


def shown_told(told: ToldBefore, units: Units) -> Mapping[str, Any]:
    """Return it as OutToldBefore dumps it."""
    said = {name: getattr(told, name) for name in ToldBefore.__slots__}
    return {**said, "unit": units.slug(told.unit)}


def retell(erasure: UUID, sent: Sent) -> object:
    """Note whether a partner outside was told of it."""
    said = Retelling(sent.body["disclosure"], sent.body["retold"], sent.body["text"])
    return retell_erasure(current.work(), current.actor(), erasure, said)


def _knock_to_retell(erasure: UUID, *, again: bool = False) -> Refused | None:
    work, actor = current.work(), current.actor()
    return knock_at_erasure(work, actor, erasure, Act.ERASURE_RETELL, again=again)


CALL = Call(
    method="POST",
    address="/erasures/<uuid:erasure>/retold",
    summary="Note whether a partner outside was told of an erasure (Art. 19 GDPR).",
    permission=Permission.ERASE,
    takes=NewRetelling,
    status=204,
    act=retell,
    knock=_knock_to_retell,
)
