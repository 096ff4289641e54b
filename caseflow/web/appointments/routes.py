"""The addresses of appointments; no hour, no place and no name ever stands in one."""

from caseflow.web.appointments.change import send_appointment, show_appointment
from caseflow.web.appointments.give_out import show_calendar_file, show_own_calendar
from caseflow.web.appointments.list_page import send_appointments, show_appointments
from caseflow.web.appointments.make import send_new_appointment, show_new_appointment
from caseflow.web.appointments.note_state import send_appointment_state
from caseflow.web.route import PageRoute

_ALL = "/clients/<uuid:client>/appointments"
_ONE = f"{_ALL}/<uuid:appointment>"

APPOINTMENT_ROUTES = (
    PageRoute("/calendar", "own_calendar", show_own_calendar),
    PageRoute(_ALL, "appointments", show_appointments),
    PageRoute(_ALL, "send_appointments", send_appointments, "POST"),
    PageRoute(f"{_ALL}/new", "new_appointment", show_new_appointment),
    PageRoute(f"{_ALL}/new", "send_new_appointment", send_new_appointment, "POST"),
    PageRoute(_ONE, "appointment", show_appointment),
    PageRoute(_ONE, "send_appointment", send_appointment, "POST"),
    PageRoute(f"{_ONE}/state", "send_appointment_state", send_appointment_state, "POST"),
    PageRoute(f"{_ONE}/calendar", "appointment_file", show_calendar_file),
)
