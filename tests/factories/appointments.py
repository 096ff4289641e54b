"""Appointments made through the room, as tests want them."""

from uuid import UUID

from caseflow.records.appointments import AppointmentChange, change_appointment, make_appointment
from caseflow.vocabulary.actors import Actor
from tests.factories.clients import Known
from tests.factories.house import House
from tests.unit.records.desk_work import do, done

TYPED = {
    "day": "4.3.2026",
    "time": "14:30",
    "minutes": "45",
    "title": "Antrag besprechen",
    "place": "Café am Markt",
}


def booked(
    house: House, actor: Actor, known: Known, category: str = "finances", **typed: str
) -> UUID:
    """Make an appointment, on Wednesday afternoon unless said."""
    answer = do(house, actor, make_appointment, known.id, category, {**TYPED, **typed})
    return done(answer).id


def rebooked(house: House, actor: Actor, appointment: UUID, version: int = 1, **typed: str) -> int:
    """Change an appointment, and return its version."""
    change = AppointmentChange(version, typed)
    return done(do(house, actor, change_appointment, appointment, change)).version
