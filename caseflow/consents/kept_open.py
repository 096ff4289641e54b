"""Say what stays open when a consent is withdrawn, because she gave another one as well."""

from collections.abc import Iterator
from uuid import UUID

from caseflow.consents.views import ConsentView, view_of
from caseflow.database.unit_of_work import Work
from caseflow.vault.consent_states import still_open
from caseflow.vault.gather import Gathered

Way = tuple[UUID, UUID, str]  # from a unit, to a unit, a category


def kept_open(
    work: Work, consent: ConsentView, gathered: Gathered, unit: UUID
) -> frozenset[tuple[UUID, str]]:
    """Return which receiver goes on reading which category, as far as the unit may know."""
    rows, now = gathered.consents, work.clock.now()
    seen = {row.id: view_of(row, unit, now, ()) for row in rows.values() if row.id != consent.id}
    ways = {way for view in seen.values() if view is not None for way in _ways(view)}
    known = {each for each, view in seen.items() if view is not None}
    stays = {
        (giver, receiver, category)
        for giver, receiver in {way[:2] for way in ways}
        for category in still_open(work, gathered.facts.consents, known, (giver, receiver))
    }
    return frozenset((to, category) for _, to, category in stays & ways & set(_ways(consent)))


def _ways(view: ConsentView) -> Iterator[Way]:
    for part in view.parts:
        for giver in part.from_units:
            for receiver in part.recipients:
                yield from ((giver, receiver, category) for category in part.categories)
