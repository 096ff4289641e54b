"""The addresses of an emergency."""

from caseflow.web.emergencies.declare import (
    send_emergency,
    send_end_of_emergency,
    show_emergency_form,
)
from caseflow.web.route import PageRoute

_CLIENT = "/clients/<uuid:client>"

EMERGENCY_ROUTES = (
    PageRoute(f"{_CLIENT}/emergency", "emergency", show_emergency_form),
    PageRoute(f"{_CLIENT}/emergency", "send_emergency", send_emergency, "POST"),
    PageRoute(
        f"{_CLIENT}/emergencies/<uuid:emergency>/end",
        "end_emergency",
        send_end_of_emergency,
        "POST",
    ),
)
