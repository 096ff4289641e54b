"""Read the matrix that is offered to her as programs spell it."""

from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from caseflow.api.schemas import several
from caseflow.api.units import Units
from caseflow.consents import Offer
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.ids import read_id


class Receiving(InSchema):
    """Who would receive it: units of the provider, or one organisation outside, never both."""

    to_units = several(required=False)
    partner = fields.UUID(
        metadata={"description": "An organisation outside, instead of units; id of a partner."}
    )

    @validates_schema
    def one_of_both(self, sent: Mapping[str, Any], **_more: object) -> None:
        """Find out what names both, or neither."""
        if ("to_units" in sent) == ("partner" in sent):
            problem = [Problem("", "units_or_partner")]
            raise ValidationError({"to_units": problem, "partner": problem})


class Offered(Receiving):
    """Who would tell whom what, what for, and what the others may do with it."""

    from_units = several()
    categories = several()
    purposes = several()
    actions = several()


def read_offer(said: Mapping[str, Any], refused: Iterable[tuple[str, str]]) -> Offer:
    """Return the offer; `refused` are pairs of the slug of a unit, or a partner, and a category."""
    units = Units()
    return Offer(
        from_units=units.named(said["from_units"]),
        to_units=units.named(said.get("to_units", ())),
        categories=frozenset(said["categories"]),
        purposes=frozenset(said["purposes"]),
        actions=frozenset(said["actions"]),
        refused=frozenset(
            (read_id(name) or unit, category)
            for name, category in refused
            for unit in units.named([name])
        ),
        partner=said.get("partner"),
    )
