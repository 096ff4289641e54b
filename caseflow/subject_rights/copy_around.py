"""Spell what belongs to a client's copy beside the drawers of the unit."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import product
from uuid import UUID

from caseflow.consents import ConsentView
from caseflow.subject_rights.around_her import RefusalView, SentHandover
from caseflow.subject_rights.copy_terms import Shown, Terms
from caseflow.subject_rights.told_accesses import Access
from caseflow.vocabulary.clock import instant_text
from caseflow.vocabulary.matrices import Matrix
from caseflow.vocabulary.states import ConsentState

_OVER = frozenset({ConsentState.WITHDRAWN, ConsentState.EXPIRED})


def consent_copy(view: ConsentView, terms: Terms) -> Shown:
    """Return a consent, as far as the unit has a part in it."""
    gone = sorted(view.withdrawn_parts, key=lambda part: (part.at, part.category))
    return {
        "id": str(view.id),
        "state": view.state.value,
        "recorded_in": terms.slug(view.unit),
        "recorded_at": instant_text(view.recorded_at),
        "first_day": terms.day(view.valid_from),
        "last_day": terms.day(view.valid_until - timedelta(microseconds=1)),
        "withdrawn_at": None if view.withdrawn_at is None else instant_text(view.withdrawn_at),
        "parts": [_part(part, terms) for part in view.parts],
        "taken_back": [
            {
                **terms.receiver(part.to_unit),
                "category": part.category,
                "at": instant_text(part.at),
            }
            for part in gone
        ],
    }


def _part(part: Matrix, terms: Terms) -> Shown:
    refused = sorted(part.exclusions, key=lambda no: (terms.slug(no.to_unit), no.category))
    return {
        "from_units": terms.slugs(part.from_units),
        "to_units": terms.slugs(part.to_units),
        **_outside(part.partner, terms),
        "categories": sorted(part.categories),
        "purposes": sorted(part.purposes),
        "actions": sorted(part.actions),
        "refused": [{**terms.receiver(no.to_unit), "category": no.category} for no in refused],
    }


def _outside(partner: UUID | None, terms: Terms) -> Shown:
    return {} if partner is None else {"partner": terms.partner(partner)}


def refusal_copy(found: RefusalView, terms: Terms) -> Shown:
    """Return a refusal that she told the unit."""
    return {
        "to_units": terms.slugs(found.to_units),
        **_outside(found.partner, terms),
        "categories": sorted(found.categories),
        "purposes": sorted(found.purposes),
        "recorded_at": instant_text(found.recorded_at),
    }


def handover_copy(found: SentHandover, terms: Terms) -> Shown:
    """Return a handover that the unit sent."""
    decided = found.decided_at
    return {
        "to_unit": terms.slug(found.to_unit),
        "state": found.state.value,
        "sent_at": instant_text(found.sent_at),
        "decided_at": None if decided is None else instant_text(decided),
    }


def access_copy(found: Access, terms: Terms) -> Shown:
    """Return an access; nobody who works there is named."""
    return {
        "on": found.on.isoformat(),
        "unit": terms.slug(found.unit),
        "purpose": found.purpose,
        "categories": list(found.categories),
    }


def opened_by_others(views: Iterable[ConsentView], unit: UUID, terms: Terms) -> list[Shown]:
    """Name what others opened to the unit by consents in force: it is theirs to hand out."""
    found = {
        (terms.slug(giver), category, str(view.id))
        for view in views
        if view.state not in _OVER
        for giver, category in _received(view, unit)
    }
    return [{"unit": unit, "category": word, "consent": id_} for unit, word, id_ in sorted(found)]


def _received(view: ConsentView, unit: UUID) -> Iterator[tuple[UUID, str]]:
    gone = {part.category for part in view.withdrawn_parts if part.to_unit == unit}
    for part in view.parts:
        refused = {no.category for no in part.exclusions if no.to_unit == unit}
        if unit in part.to_units:
            left = part.categories - refused - gone
            yield from product(part.from_units - {unit}, left)
