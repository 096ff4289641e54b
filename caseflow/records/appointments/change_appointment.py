"""Change an appointment of the acting unit: its hour, its words, or what has become of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.appointments import Appointment
from caseflow.database.unit_of_work import Work
from caseflow.records.appointments.check_appointment import Around, check_appointment
from caseflow.records.appointments.look_at_ways import ways_for
from caseflow.records.attempt import Saved, attempt
from caseflow.records.find_client import client_of
from caseflow.records.own_unit import today
from caseflow.vault.contents import find_row, rewrite
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Conflict, Done, Invalid, Refused
from caseflow.vocabulary.safe_contact import Ways


@dataclass(frozen=True, slots=True)
class AppointmentChange:
    """What is written anew, from the version that was on the screen; the rest stays."""

    version: int
    typed: Mapping[str, str]
    take_over: bool = False  # whoever changes it meets her from now on


def change_appointment(
    work: Work,
    actor: Actor,
    appointment: UUID,
    change: AppointmentChange,
    of: UUID | None = None,
) -> Done[Saved] | Invalid | Conflict | Refused:
    """Write anew what was typed; `state` says that she came, did not, or that it is off.

    Another's, where it is asked for under a client (`of`), is not there.
    """
    client = client_of(work, actor.unit, Appointment, appointment, of)
    ways = ways_for(work, actor, client, change.typed)
    if isinstance(ways, Refused):
        return ways

    def act(given: Permit) -> Done[Saved] | Invalid | Conflict | Refused:
        row = find_row(work, given, Appointment, appointment)
        if row is None:
            return Refused()
        if row.version != change.version:
            return Conflict(row.version)
        return _write(work, given, row, change, ways)

    return attempt(work, actor, Ask(Act.APPOINTMENT_WRITE, client), act)


def _write(
    work: Work, given: Permit, row: Appointment, change: AppointmentChange, ways: Ways | None
) -> Done[Saved] | Invalid:
    # What is over may be put right: a wrong day is found out when it has passed.
    around = Around(today(work), work.configuration.zone, ways)
    fields, problems = check_appointment(change.typed, around)
    if problems:
        return Invalid(tuple(problems))
    if change.take_over:
        row.staff_id = given.actor.staff
    written = rewrite(work, given, row, fields)
    trace(work, given, written.deeds)
    return Done(Saved(row.id, row.version))
