"""Show the matrix of a consent as one unit may see it."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import reduce
from typing import Any

from marshmallow import fields

from caseflow.api.schemas import Instant, Out
from caseflow.api.units import Units
from caseflow.consents import ConsentView
from caseflow.http import current
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.matrices import Exclusion, Matrix


class ExcludedPair(Out):
    """A category that she refused to a unit, or to a partner outside."""

    to_unit = fields.String()
    partner = fields.UUID()
    category = fields.String(required=True)


class PartTakenBack(ExcludedPair):
    """A category that she took back from a unit or a partner, and when."""

    at = Instant(required=True)


class Part(Out):
    """Who tells whom what, what for, doing what."""

    from_units = fields.List(fields.String(), required=True)
    to_units = fields.List(fields.String(), required=True)
    partner = fields.UUID(
        metadata={"description": "The organisation outside, where no unit receives anything."}
    )
    categories = fields.List(fields.String(), required=True)
    purposes = fields.List(fields.String(), required=True)
    actions = fields.List(fields.String(), required=True)
    refused = fields.List(fields.Nested(ExcludedPair), required=True)


class ShownMatrix(Part):
    """All that the unit may see of a consent, its days, and what of it was taken back."""

    valid_from = fields.Date(required=True)
    valid_until = fields.Date(required=True, metadata={"description": "The last day."})
    withdrawn = fields.List(fields.Nested(PartTakenBack), required=True)


def shown_matrix(view: ConsentView, units: Units) -> Mapping[str, Any]:
    """Return the matrix of a consent; what the unit gives and receives stands in one."""
    zone = current.work().configuration.zone
    return {
        **shown_part(reduce(_joined, view.parts), units),
        "valid_from": local_day(view.valid_from, zone),
        "valid_until": local_day(view.valid_until - timedelta(microseconds=1), zone),
        "withdrawn": [
            {**units.receiver(part.to_unit), "category": part.category, "at": part.at}
            for part in sorted(view.withdrawn_parts, key=lambda part: (part.at, part.category))
        ],
    }


def shown_part(part: Matrix, units: Units) -> Mapping[str, Any]:
    """Return one part of a matrix, every list of it in order."""
    return {
        "from_units": units.slugs(part.from_units),
        "to_units": units.slugs(part.to_units),
        **({} if part.partner is None else {"partner": part.partner}),
        "categories": sorted(part.categories),
        "purposes": sorted(part.purposes),
        "actions": sorted(part.actions),
        "refused": _pairs(part.exclusions, units),
    }


def _pairs(exclusions: Iterable[Exclusion], units: Units) -> list[Mapping[str, object]]:
    pairs = sorted(exclusions, key=lambda no: (units.slug(no.to_unit), no.category))
    return [{**units.receiver(no.to_unit), "category": no.category} for no in pairs]


def _joined(one: Matrix, other: Matrix) -> Matrix:
    return Matrix(
        from_units=one.from_units | other.from_units,
        to_units=one.to_units | other.to_units,
        categories=one.categories | other.categories,
        purposes=one.purposes | other.purposes,
        actions=one.actions | other.actions,
        exclusions=one.exclusions | other.exclusions,
        partner=one.partner or other.partner,
    )
