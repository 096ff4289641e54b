"""Say whether an act on an appointment would be permitted, before what was sent is looked at."""

from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.appointments import Appointment
from caseflow.database.unit_of_work import Work
from caseflow.records.find_client import client_of
from caseflow.vault.contents import find_row
from caseflow.vault.let_pass import let_pass
from caseflow.vault.permit import Ask, permit
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_appointment(
    work: Work, actor: Actor, appointment: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of a change to an appointment, if it is none of the unit's own."""
    client = client_of(work, actor.unit, Appointment, appointment)
    given = permit(work, actor, Ask(Act.APPOINTMENT_WRITE, client))
    if isinstance(given, Refused):
        return given
    if find_row(work, given, Appointment, appointment) is None:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None


def knock_at_sight(
    work: Work, actor: Actor, appointment: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of a look at an appointment, if it lies in no drawer that is open."""
    client = client_of(work, actor.unit, Appointment, appointment)
    given = permit(work, actor, Ask(Act.APPOINTMENT_READ, client))
    if isinstance(given, Refused):
        return given
    hers = Appointment.client_id.in_(given.gathered.person.ids)
    where = select(Appointment.drawer_id).where(hers, Appointment.id == appointment)
    if work.session.scalar(where) not in {each.drawer for each in given.openings}:
        return refuse(work, given)
    let_pass(work, given, again=again)
    return None
