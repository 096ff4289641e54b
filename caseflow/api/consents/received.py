"""Take in consents that another system sent, list them, and answer them with her."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.consents.matrices import Part, shown_part
from caseflow.api.consents.record import (
    Declared,
    RecordedConsent,
    declaration_of,
    said_here,
    shown_recorded,
)
from caseflow.api.cut_page import cut_page
from caseflow.api.knock_for import knock_for
from caseflow.api.pages import Paged
from caseflow.api.schemas import Created, Instant, Out, Reasoned, listing
from caseflow.api.units import Units
from caseflow.consents import NO_OFFER
from caseflow.consents.check_offer import matrix_of_offer
from caseflow.consents.received import (
    Agreed,
    Received,
    confirm_received,
    knock_at_received,
    list_received,
    receive_consents,
    turn_down,
)
from caseflow.http import current
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission

_ADDRESS = "/clients/<uuid:client>/received-consents"
_ONE = "/received-consents/<uuid:received>"


class ForeignConsent(InSchema):
    """A Consent of FHIR R4 or R5 as the other system sent it."""

    resource = fields.Dict(
        keys=fields.String(),
        required=True,
        metadata={"description": "A Consent of FHIR R4 or R5; all of it must be understood."},
    )


class AskReceived(Paged, Reasoned):
    """Which page; with a reason where her case is closed."""


class KeptConsents(Out):
    """What waits for her now, one for each part of the consent that was sent."""

    ids = fields.List(fields.UUID(), required=True)


class ReceivedConsent(Out):
    """A consent that another system sent; it opens nothing until she has declared it here."""

    id = fields.UUID(required=True)
    state = fields.String(required=True, metadata={"enum": ["waiting", "confirmed", "turned_down"]})
    matrix = fields.Nested(Part, required=True)
    last_day = fields.Date(required=True, allow_none=True)
    received_by = fields.UUID(required=True)
    received_at = Instant(required=True)
    answered_at = Instant(required=True, allow_none=True)
    consent = fields.UUID(required=True, allow_none=True)


def receive(client: UUID, sent: Sent) -> object:
    """Keep what was sent; a person must confirm it with her."""
    resource = sent.body["resource"]
    return receive_consents(current.work(), current.actor(), client, resource)


def list_all(client: UUID, sent: Sent) -> Given | Refused:
    """List what the unit received for her, answered or not, the newest first."""
    reason = sent.query.get("reason", "")
    answer = list_received(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return answer
    units = Units()
    return Given(cut_page([_shown(each, units) for each in answer.value], sent.query))


def confirm(received: UUID, sent: Sent) -> object:
    """Record it as her consent, in the words in which she declared it here."""
    declared = declaration_of(sent.body, NO_OFFER)
    free = not sent.body.get("not_free")
    answer = confirm_received(current.work(), current.actor(), received, declared, free=free)
    return said_here(answer)


def decline(received: UUID, sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Record that she does not agree to it here."""
    answer = turn_down(current.work(), current.actor(), received)
    return answer if isinstance(answer, Refused) else Given({"id": received})


def _shown(received: Received, units: Units) -> Mapping[str, Any]:
    return {
        "id": received.id,
        "state": received.state,
        "matrix": shown_part(matrix_of_offer(received.offer), units),
        "last_day": received.last_day,
        "received_by": received.received_by,
        "received_at": received.received_at,
        "answered_at": received.answered_at,
        "consent": received.consent,
    }


def _kept(ids: tuple[UUID, ...]) -> Mapping[str, Any]:
    return {"ids": ids}


def _recorded(agreed: Agreed) -> Mapping[str, Any]:
    return shown_recorded(agreed.recorded)


def _knock_to_answer(received: UUID, *, again: bool = False) -> Refused | None:
    return knock_at_received(current.work(), current.actor(), received, again=again)


CALLS = (
    Call(
        method="POST",
        address=_ADDRESS,
        summary="Take in a FHIR Consent of another system; it waits for her word here.",
        permission=Permission.RECORD_CONSENT,
        takes=ForeignConsent,
        gives=KeptConsents,
        status=201,
        act=receive,
        show=_kept,
        knock=knock_for(Act.CONSENT_RECEIVE),
    ),
    Call(
        method="GET",
        address=_ADDRESS,
        summary="List the consents that other systems sent for her.",
        permission=Permission.RECORD_CONSENT,
        asks=AskReceived,
        gives=listing(ReceivedConsent, "ReceivedConsents"),
        act=list_all,
        knock=knock_for(Act.CONSENT_READ),
    ),
    Call(
        method="POST",
        address=f"{_ONE}/confirmation",
        summary="Record it as her consent, once she has declared it here.",
        permission=Permission.RECORD_CONSENT,
        takes=Declared,
        gives=RecordedConsent,
        status=201,
        act=confirm,
        show=_recorded,
        knock=_knock_to_answer,
    ),
    Call(
        method="POST",
        address=f"{_ONE}/turning-down",
        summary="Record that she does not agree to it here.",
        permission=Permission.RECORD_CONSENT,
        gives=Created,
        act=decline,
        knock=_knock_to_answer,
    ),
)
