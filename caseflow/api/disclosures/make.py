"""Tell a partner outside what was chosen, under a consent that names it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.disclosures.hand_outs import PartnersCopy, shown_made
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import several
from caseflow.disclosures import Choice, Wanted, knock_at_hand_out, make_disclosure
from caseflow.http import current
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission


class NewDisclosure(InSchema):
    """Under which consent, what for, and which pieces; `release` names those that may name others.

    What staff wrote and answers about others are told without their words unless released.
    """

    consent = fields.UUID(required=True)
    purpose = fields.String(required=True)
    entries = several(required=False)
    facts = several(required=False)
    release = several(required=False)


def make(client: UUID, sent: Sent) -> object:
    """Record what is told, and give it out once; printed again it is another act."""
    body = sent.body
    choice = Choice(
        entries=frozenset(map(str.lower, body.get("entries", ()))),
        facts=frozenset(body.get("facts", ())),
        release=frozenset(body.get("release", ())),
    )
    wanted = Wanted(body["consent"], body["purpose"], choice)
    return make_disclosure(current.work(), current.actor(), client, wanted)


def _still_told(answered: Mapping[str, Any]) -> Refused | None:
    return knock_at_hand_out(current.work(), current.actor(), UUID(answered["id"]))


CALL = Call(
    method="POST",
    address="/clients/<uuid:client>/disclosures",
    summary="Tell a partner outside what was chosen of her record.",
    permission=Permission.DISCLOSE,
    takes=NewDisclosure,
    gives=PartnersCopy,
    status=201,
    act=make,
    show=shown_made,
    knock=knock_for(Act.DISCLOSURE_MAKE),
    knock_after=_still_told,
)
