"""List what partners were told of a client, and which of the unit's hand-outs still wait."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.cut_page import cut_page
from caseflow.api.knock_for import knock_for
from caseflow.api.pages import Paged
from caseflow.api.schemas import AboutUnit, Instant, Out, Reasoned, listing
from caseflow.disclosures import DisclosureView, list_disclosures, list_open
from caseflow.http import current
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import Retold


class AskDisclosures(Paged, Reasoned):
    """Which page; with a reason where her case is closed."""


class AskOpenDisclosures(Paged, AboutUnit):
    """Which page."""


class ShownDisclosure(Out):
    """Something was told to a partner; its words are not in a list."""

    id = fields.UUID(required=True)
    client = fields.UUID(required=True)
    consent = fields.UUID(required=True)
    partner = fields.UUID(required=True)
    purpose = fields.String(required=True)
    categories = fields.List(fields.String(), required=True)
    made_by = fields.UUID(required=True)
    made_at = Instant(required=True)
    acknowledged_at = Instant(required=True, allow_none=True)
    waits_days = fields.Integer(required=True)
    overtaken_at = Instant(
        required=True,
        allow_none=True,
        metadata={"description": "Since when something of it stands otherwise."},
    )
    retold = fields.String(
        required=True,
        allow_none=True,
        metadata={"enum": [*(each.value for each in Retold), None]},
    )
    retold_at = Instant(required=True, allow_none=True)


def list_all(client: UUID, sent: Sent) -> Given | Refused:
    """List what the acting unit told partners of her, the newest first."""
    reason = sent.query.get("reason", "")
    answer = list_disclosures(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return answer
    return Given(cut_page([_shown(each) for each in answer.value], sent.query))


def list_waiting(sent: Sent) -> Given | Refused:
    """List which have not said that they received something, or are to be told of a change."""
    answer = list_open(current.work(), current.actor())
    if isinstance(answer, Refused):
        return answer
    return Given(cut_page([_shown(each) for each in answer.value], sent.query))


def _shown(view: DisclosureView) -> Mapping[str, Any]:
    return {
        "id": view.id,
        "client": view.client,
        "consent": view.consent,
        "partner": view.partner,
        "purpose": view.purpose,
        "categories": view.categories,
        "made_by": view.made_by,
        "made_at": view.made_at,
        "acknowledged_at": view.acknowledged_at,
        "waits_days": view.waits,
        "overtaken_at": view.overtaken_at,
        "retold": view.retold,
        "retold_at": view.retold_at,
    }


_LIST = listing(ShownDisclosure, "Disclosures")

CALLS = (
    Call(
        method="GET",
        address="/clients/<uuid:client>/disclosures",
        summary="List what the acting unit told partners of her.",
        permission=Permission.DISCLOSE,
        asks=AskDisclosures,
        gives=_LIST,
        act=list_all,
        knock=knock_for(Act.DISCLOSURE_READ),
    ),
    Call(
        method="GET",
        address="/disclosures",
        summary="List what partners have not confirmed, or are to be told of a change to.",
        permission=Permission.DISCLOSE,
        asks=AskOpenDisclosures,
        gives=_LIST,
        act=list_waiting,
    ),
)
