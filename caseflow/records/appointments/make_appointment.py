"""Make an appointment with a client, in one of the acting unit's drawers."""

from collections.abc import Mapping
from uuid import UUID

from caseflow.database.tables.appointments import Appointment
from caseflow.database.unit_of_work import Work
from caseflow.records.appointments.check_appointment import Around, check_appointment
from caseflow.records.appointments.look_at_ways import ways_for
from caseflow.records.attempt import Saved, attempt
from caseflow.records.own_unit import category_problems, today
from caseflow.vault.contents import Content, put
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.states import AppointmentState

_ALL: Mapping[str, str] = {"minutes": "", "title": "", "place": "", "reminder": ""}


def make_appointment(
    work: Work, actor: Actor, client: UUID, category: str, typed: Mapping[str, str]
) -> Done[Saved] | Invalid | Refused:
    """Make it with whoever acts; every problem is named at once.

    Typed are day and time by the clock on the wall, or `starts_at`; minutes, title; and a place and
    a reminder if wanted. Two at one hour are allowed: the calendar says so.
    """
    ways = ways_for(work, actor, client, typed)
    if isinstance(ways, Refused):
        return ways
    whole = {**({} if "starts_at" in typed else {"day": "", "time": ""}), **_ALL, **typed}

    def act(given: Permit) -> Done[Saved] | Invalid:
        day = today(work)
        around = Around(day, work.configuration.zone, ways, earliest=day)
        fields, problems = check_appointment(whole, around)
        problems += category_problems(work, actor, category)
        if problems:
            return Invalid(tuple(problems))
        sealed = {**fields, "state": AppointmentState.PLANNED}
        content = Content(Appointment, category, sealed, {"staff_id": actor.staff})
        written = put(work, given, content)
        trace(work, given, written.deeds)
        return Done(Saved(written.row.id, written.row.version))

    return attempt(work, actor, Ask(Act.APPOINTMENT_WRITE, client), act)
