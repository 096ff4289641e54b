"""List which copies are frozen, and record another basis on which one stays."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.cut_page import cut_page
from caseflow.api.pages import Paged
from caseflow.api.schemas import Instant, Out, listing
from caseflow.api.units import Units
from caseflow.exceptions import FrozenCopy, keep_copy, knock_at_copy, list_frozen_copies
from caseflow.http import current
from caseflow.http.schemas import InSchema, Line, one_of
from caseflow.vocabulary.answers import Done, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import KeptFor


class OutFrozenCopy(Out):
    """What a unit copied of a category, frozen by a withdrawal; never content."""

    id = fields.UUID(required=True)
    client = fields.UUID(required=True)
    unit = fields.String(required=True)
    told_to = fields.String(required=True, allow_none=True)
    category = fields.String(required=True)
    consent = fields.UUID(required=True, allow_none=True)
    frozen_at = Instant(required=True)
    destroyed_at = Instant(required=True, allow_none=True)
    kept_for = fields.String(required=True, allow_none=True)


class OtherBasis(InSchema):
    """On which other basis a frozen copy stays, and why; the text is sealed to the officers."""

    ground = fields.String(
        required=True, validate=one_of(KeptFor), metadata={"enum": [each.value for each in KeptFor]}
    )
    text = Line(most=4000)


class KeptCopy(Out):
    """A copy that stays."""

    id = fields.UUID(required=True)
    kept_for = fields.String(required=True)


def list_all(sent: Sent) -> Given | Refused:
    """List the frozen copies, those first that are destroyed first."""
    answer = list_frozen_copies(current.work(), current.actor())
    if isinstance(answer, Refused):
        return answer
    units = Units()
    return Given(cut_page([_shown(each, units) for each in answer.value], sent.query))


def keep(copy: UUID, sent: Sent) -> object:
    """Record another basis before the copy is destroyed."""
    ground, text = sent.body["ground"], sent.body["text"]
    answer = keep_copy(current.work(), current.actor(), copy, ground, text)
    return Given({"id": copy, "kept_for": ground}) if isinstance(answer, Done) else answer


def _shown(copy: FrozenCopy, units: Units) -> Mapping[str, Any]:
    return {
        "id": copy.id,
        "client": copy.client,
        "unit": units.slug(copy.unit),
        "told_to": None if copy.told_to is None else units.slug(copy.told_to),
        "category": copy.category,
        "consent": copy.consent,
        "frozen_at": copy.frozen_at,
        "destroyed_at": copy.until if copy.kept_for is None else None,
        "kept_for": copy.kept_for,
    }


def _knock_at(copy: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_copy(current.work(), current.actor(), copy, again=again)


CALLS = (
    Call(
        method="GET",
        address="/frozen-copies",
        summary="List the copies whose consent was withdrawn.",
        permission=Permission.KEEP_COPY,
        asks=Paged,
        gives=listing(OutFrozenCopy, "FrozenCopies"),
        act=list_all,
    ),
    Call(
        method="POST",
        address="/frozen-copies/<uuid:copy>/basis",
        summary="Record another basis on which a frozen copy stays.",
        permission=Permission.KEEP_COPY,
        takes=OtherBasis,
        gives=KeptCopy,
        act=keep,
        knock=_knock_at,
    ),
)
