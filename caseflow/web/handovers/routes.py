"""The addresses of handovers."""

from caseflow.web.handovers.answer import (
    send_acceptance,
    send_decline,
    send_handover_withdrawal,
    show_decline,
)
from caseflow.web.handovers.list_page import show_handovers
from caseflow.web.handovers.send import send_handover_form, show_handover_form
from caseflow.web.route import PageRoute

_ONE = "/handovers/<uuid:handover>"

HANDOVER_ROUTES = (
    PageRoute("/handovers", "handovers", show_handovers),
    PageRoute("/clients/<uuid:client>/handover", "handover", show_handover_form),
    PageRoute("/clients/<uuid:client>/handover", "send_handover", send_handover_form, "POST"),
    PageRoute(f"{_ONE}/acceptance", "accept_handover", send_acceptance, "POST"),
    PageRoute(f"{_ONE}/decline", "decline", show_decline),
    PageRoute(f"{_ONE}/decline", "send_decline", send_decline, "POST"),
    PageRoute(f"{_ONE}/withdrawal", "withdraw_handover", send_handover_withdrawal, "POST"),
)
