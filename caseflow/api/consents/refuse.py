"""Record that a client was asked and said no."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.consents.offers import Receiving
from caseflow.api.schemas import Created, several
from caseflow.api.units import Units
from caseflow.consents import Declined, record_refusal
from caseflow.http import current
from caseflow.records import knock
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class NewRefusal(Receiving):
    """What she was offered and refused, and in which language she was asked."""

    categories = several()
    purposes = several()
    language = fields.String(required=True)


def refuse(client: UUID, sent: Sent) -> object:
    """Record the refusal in the acting unit."""
    declined = Declined(
        to_units=Units().named(sent.body.get("to_units", ())),
        partner=sent.body.get("partner"),
        categories=frozenset(sent.body["categories"]),
        purposes=frozenset(sent.body["purposes"]),
        language=sent.body["language"],
    )
    return record_refusal(current.work(), current.actor(), client, declined)


def _shown(refusal: UUID) -> Mapping[str, Any]:
    return {"id": refusal}


def _knock(client: UUID, *, again: bool = False) -> Refused | None:
    return knock(current.work(), current.actor(), Act.REFUSAL_RECORD, client, again=again)


CALL = Call(
    method="POST",
    address="/clients/<uuid:client>/refusals",
    summary="Record that she was asked and said no.",
    permission=Permission.RECORD_CONSENT,
    takes=NewRefusal,
    gives=Created,
    status=201,
    act=refuse,
    show=_shown,
    knock=_knock,
)
