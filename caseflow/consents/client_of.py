"""Say whose a consent is that somebody names by its own id."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.vault.same_person import known_as


def client_of(work: Work, unit: UUID, consent: UUID) -> UUID:
    """Return the client of a consent; of an id that was never issued the id itself: nobody.

    Of two ids that are one person it is the one that the unit has her by. Whether she is open to
    whoever asks is still to be decided. The row may be damaged: that blocks no withdrawal.
    """
    found = work.session.scalar(select(Consent.client_id).where(Consent.id == consent))
    return known_as(work, unit, consent if found is None else found)
