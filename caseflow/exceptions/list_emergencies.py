"""List emergency accesses for the officers, those to be reviewed first."""

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.unit_of_work import Work
from caseflow.exceptions.emergency_views import EmergencyView, view_of
from caseflow.vault.hidden import hidden_clients
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def list_emergencies(
    work: Work, actor: Actor, *, reviewed: bool = False
) -> Disclosed[tuple[EmergencyView, ...]] | Refused:
    """Return the emergency accesses that wait for a review, the longest waiting first.

    Without those of clients whom she must never meet: another officer reviews them.

    On demand also those that are reviewed, behind the others.
    """
    given = permit_member(work, actor, Act.LOG_READ)
    if isinstance(given, Refused):
        work.finish()
        return given
    found = select(EmergencyAccess).order_by(
        EmergencyAccess.finding.is_not(None), EmergencyAccess.declared_at, EmergencyAccess.id
    )
    # Behind the seals: whoever writes a finding into a row must not make it one that is reviewed.
    sound = intact(work, work.session.scalars(found))
    rows = [row for row in sound if reviewed or row.finding is None]
    hidden = hidden_clients(work, actor, {row.client_id for row in rows})
    views = tuple(view_of(work, row) for row in rows if row.client_id not in hidden)
    shown = dict.fromkeys(view.client for view in views)
    trace(work, given, Deeds(clients=tuple(shown), details={"emergencies": str(len(views))}))
    work.finish()
    return Disclosed(views)
