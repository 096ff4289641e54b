"""Say what stays open when a consent is withdrawn, because she gave another one as well."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from caseflow.consents.views import ConsentView, view_of
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.vault.consent_states import opened_now

Way = tuple[UUID, UUID, str]  # from a unit, to a unit, a category


def kept_open(
    work: Work, consent: ConsentView, others: Iterable[Consent], unit: UUID
) -> frozenset[tuple[UUID, str]]:
    """Return which receiver goes on reading which category, as far as the unit may know."""
    seen = [(row, view_of(row, unit, work.clock.now(), ())) for row in others]
    open_ways = {
        (giver, receiver, category)
        for row, view in seen
        if view is not None and view.id != consent.id
        for giver, receiver, category in _ways(view)
        if category in opened_now(work, row, giver, receiver)
    }
    return frozenset((to, category) for _, to, category in open_ways & set(_ways(consent)))


def _ways(view: ConsentView) -> Iterator[Way]:
    for part in view.parts:
        for giver in part.from_units:
            for receiver in part.to_units:
                yield from ((giver, receiver, category) for category in part.categories)
