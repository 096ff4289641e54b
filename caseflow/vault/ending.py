"""Put an end to an emergency access and take its keys back, in the transaction of an act."""

from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, intact, uses_of
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Work
from caseflow.vault.contents import joined
from caseflow.vault.emergencies import take_back
from caseflow.vault.permit import Deeds
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.bases import BasisKind, UsedBasis


def runs(work: Work, emergency: EmergencyAccess) -> bool:
    """Say whether an emergency access runs now."""
    return emergency.ended_at is None and work.clock.now() < emergency.until


def end_now(work: Work, emergency: EmergencyAccess, **values: object) -> Deeds:
    """End an emergency access now, with whatever else changes in its row.

    Raises Stale when another request changed the row meanwhile.
    """
    now = work.clock.now()
    change(work, emergency, ended_at=now, settled_at=now, **values)
    ended = UsedBasis(BasisKind.EMERGENCY, emergency.id, uses_of(work, emergency))
    return Deeds(rows=(digest_of(emergency),), ended=(ended,), keys=take_back(work, emergency))


def end_of_walled(work: Work, client: UUID, staff: UUID) -> Deeds:
    """End whatever a person declared herself whom a wall keeps from the client from now on."""
    found = work.session.scalars(
        select(EmergencyAccess)
        .where(
            EmergencyAccess.client_id.in_(person_of(work, client).ids),
            EmergencyAccess.staff_id == staff,
        )
        .order_by(EmergencyAccess.id)
    )
    running = [each for each in intact(work, found) if runs(work, each)]
    return joined(*(end_now(work, each) for each in running))
