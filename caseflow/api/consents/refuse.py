"""Record that a client was asked and said no."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.consents.offers import Receiving
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Created, created, several
from caseflow.api.units import Units
from caseflow.consents import Declined, record_refusal
from caseflow.http import current
from caseflow.vocabulary.acts import Act
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


CALL = Call(
    method="POST",
    address="/clients/<uuid:client>/refusals",
    summary="Record that she was asked and said no.",
    permission=Permission.RECORD_CONSENT,
    takes=NewRefusal,
    gives=Created,
    status=201,
    act=refuse,
    show=created,
    knock=knock_for(Act.REFUSAL_RECORD),
)
