"""Open the appointments of a client that are open to the acting unit, all or one."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from caseflow.database.tables.appointments import Appointment
from caseflow.database.unit_of_work import Work
from caseflow.records.find_client import client_of
from caseflow.records.heed_address import heed_address
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.records.story import Damaged, StoryAppointment
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class Appointments:
    """Those of one client by their hours, and which of them do not open any more."""

    items: tuple[StoryAppointment, ...]
    damaged: tuple[Damaged, ...]


def list_appointments(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[Appointments] | Refused:
    """Return all of them; a closed case opens with a reason only."""
    ask = Ask(Act.APPOINTMENT_READ, client, reason=reason)
    answer = disclose(work, actor, ask, (Appointment,))
    if isinstance(answer, Refused):
        return answer
    pieces = Pieces(answer.value)
    found = Appointments(tuple(pieces.appointments()), tuple(pieces.damaged))
    heed_address(work, actor, client, (), appointments=found.items)
    report_damage(work, actor, pieces)
    return Disclosed(found)


def read_appointment(
    work: Work, actor: Actor, appointment: UUID, reason: str = "", of: UUID | None = None
) -> Disclosed[StoryAppointment] | Refused:
    """Return one; a damaged one is as one that is not there.

    So is another's, where it is asked for under a client (`of`).
    """
    return _read(work, actor, (appointment, of), reason, {})


def read_for_file(
    work: Work, actor: Actor, appointment: UUID, reason: str = "", of: UUID | None = None
) -> Disclosed[StoryAppointment] | Refused:
    """Return one whose hour leaves the house in a file; the trace says so."""
    return _read(work, actor, (appointment, of), reason, {"file": "yes"})


def _read(
    work: Work,
    actor: Actor,
    named: tuple[UUID, UUID | None],
    reason: str,
    more: Mapping[str, str],
) -> Disclosed[StoryAppointment] | Refused:
    appointment, of = named
    client = client_of(work, actor.unit, Appointment, appointment, of)
    details = {"appointment": str(appointment), **more}
    ask = Ask(Act.APPOINTMENT_READ, client, reason=reason, details=details)
    answer = disclose(work, actor, ask, (Appointment,), only=appointment)
    if isinstance(answer, Refused):
        return answer
    pieces = Pieces(answer.value)
    found = pieces.appointments()
    report_damage(work, actor, pieces)
    return Disclosed(found[0]) if found else Refused()
