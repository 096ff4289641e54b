"""Find one consent as the acting unit may see it, with what of it still waits."""

from uuid import UUID

from caseflow.consents.pending import pending_categories
from caseflow.consents.views import ConsentView, view_of
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Permit


def view_one(work: Work, given: Permit, consent: UUID) -> ConsentView | None:
    """Return the view of a consent; None where there is none in which the unit has a part."""
    row = given.gathered.consents.get(consent)
    if row is None:
        return None
    pending = pending_categories(work, given.ask.client).get(consent, ())
    return view_of(row, given.actor.unit, work.clock.now(), pending)
