"""Show what a consent would open before she signs it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from marshmallow import ValidationError, fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.consents.offers import Offered, read_offer
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import Out
from caseflow.api.units import Units
from caseflow.consents import Offer, preview_consent
from caseflow.http import current
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Problem
from caseflow.vocabulary.permissions import Permission


def _pair(spelled: str) -> None:
    if not all(spelled.partition(":")):
        raise ValidationError([Problem("", "not_readable")])


class AskPreview(Offered):
    """The matrix of a consent, each list spelled by repeating its name; the days change nothing."""

    valid_from = fields.Date()
    valid_until = fields.Date()
    refused = fields.List(
        fields.String(
            validate=_pair,
            metadata={"description": "Slug of the unit:category, or id of the partner:category."},
        )
    )


class Opened(Out):
    """A category that one unit would tell another."""

    from_unit = fields.String(required=True)
    to_unit = fields.String(required=True)
    category = fields.String(required=True)


class ConsentPreview(Out):
    """Which units would see something of her, how many people that are, and of what.

    `pending_categories` would wait for the unit that has the key. A partner outside sees nothing
    itself: of `categories` it could be told, piece by piece.
    """

    partner = fields.UUID()
    units = fields.List(fields.String(), required=True)
    people = fields.Integer(required=True)
    categories = fields.List(fields.String(), required=True)
    pending_categories = fields.List(fields.String(), required=True)
    opens = fields.List(fields.Nested(Opened), required=True)


def preview(client: UUID, sent: Sent) -> object:
    """Tell what would open, from the configuration and the list of staff alone."""
    refused = [spelled.split(":", 1) for spelled in sent.query.get("refused", ())]
    offer = read_offer(sent.query, [(unit, category) for unit, category in refused])
    answer = preview_consent(current.work(), current.actor(), client, offer)
    if not isinstance(answer, Disclosed):
        return answer
    found, units = answer.value, Units()
    pairs = sorted((units.slug(of), units.slug(to), word) for of, to, word in found.pairs)
    return Given(
        {
            **({} if offer.partner is None else {"partner": offer.partner}),
            "units": units.slugs({to for _, to, _ in found.pairs}),
            "people": found.people,
            "categories": sorted({word for _, _, word in pairs} or _told(offer)),
            "pending_categories": found.pending_categories,
            "opens": [_opened(*pair) for pair in pairs],
        }
    )


def _told(offer: Offer) -> set[str]:
    """Return what a partner could be told."""
    if offer.partner is None:
        return set()
    return {word for word in offer.categories if (offer.partner, word) not in offer.refused}


def _opened(from_unit: str, to_unit: str, category: str) -> Mapping[str, Any]:
    return {"from_unit": from_unit, "to_unit": to_unit, "category": category}


CALL = Call(
    method="GET",
    address="/clients/<uuid:client>/consents/preview",
    summary="Show what a consent would open.",
    permission=Permission.RECORD_CONSENT,
    asks=AskPreview,
    gives=ConsentPreview,
    act=preview,
    knock=knock_for(Act.CONSENT_PREVIEW),
)
