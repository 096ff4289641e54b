"""Appointments with clients: made, changed, looked at, and one's own calendar of them."""

from caseflow.records.appointments.calendar_uid import calendar_uid
from caseflow.records.appointments.change_appointment import AppointmentChange, change_appointment
from caseflow.records.appointments.knock import knock_at_appointment, knock_at_sight
from caseflow.records.appointments.make_appointment import make_appointment
from caseflow.records.appointments.own_calendar import (
    OwnHour,
    hours_ahead,
    shared_hours,
    weeks_for_file,
)
from caseflow.records.appointments.read_appointments import (
    list_appointments,
    read_appointment,
    read_for_file,
)
from caseflow.records.appointments.told_places import ToldPlaces, told_places
from caseflow.records.appointments.wall_time import comes_twice

__all__ = [
    "AppointmentChange",
    "OwnHour",
    "ToldPlaces",
    "calendar_uid",
    "change_appointment",
    "comes_twice",
    "hours_ahead",
    "knock_at_appointment",
    "knock_at_sight",
    "list_appointments",
    "make_appointment",
    "read_appointment",
    "read_for_file",
    "shared_hours",
    "told_places",
    "weeks_for_file",
]
