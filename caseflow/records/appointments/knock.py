"""Say whether an act on an appointment would be permitted, before what was sent is looked at."""

from uuid import UUID

from caseflow.database.tables.appointments import Appointment
from caseflow.database.unit_of_work import Work
from caseflow.records.find_client import client_of
from caseflow.records.knock import knock_at_open_row, knock_at_own_row
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


def knock_at_appointment(
    work: Work, actor: Actor, appointment: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of a change to an appointment, if it is none of the unit's own."""
    ask = Ask(Act.APPOINTMENT_WRITE, client_of(work, actor.unit, Appointment, appointment))
    return knock_at_own_row(work, actor, ask, Appointment, appointment, again=again)


def knock_at_sight(
    work: Work, actor: Actor, appointment: UUID, *, again: bool = False
) -> Refused | None:
    """Return the refusal of a look at an appointment, if it lies in no drawer that is open."""
    ask = Ask(Act.APPOINTMENT_READ, client_of(work, actor.unit, Appointment, appointment))
    return knock_at_open_row(work, actor, ask, Appointment, appointment, again=again)
