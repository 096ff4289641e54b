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


def list_all(client: UUID, sent: Sent) -> Given | Refused:
    """List what the acting unit told partners of her, the newest first."""
    reason = sent.query.get("reason", "")
    answer = list_disclosures(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return answer
    return Given(cut_page([_shown(each) for each in answer.value], sent.query))


def list_waiting(sent: Sent) -> Given | Refused:
    """List which partners have not said yet that they received something, the oldest first."""
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
        summary="List which partners have not confirmed yet what the unit told them.",
        permission=Permission.DISCLOSE,
        asks=AskOpenDisclosures,
        gives=_LIST,
        act=list_waiting,
    ),
)
