"""The addresses of erasures."""

from caseflow.web.erasures.list_page import send_erasure, show_erasures
from caseflow.web.erasures.propose_page import send_erasure_form, show_erasure_form
from caseflow.web.erasures.retell import send_retelling
from caseflow.web.erasures.show_page import (
    send_answer,
    send_withdrawal,
    show_one,
    show_paper,
)
from caseflow.web.route import PageRoute

_CLIENT, _ONE = "/clients/<uuid:client>/erasure", "/erasures/<uuid:erasure>"

ERASURE_ROUTES = (
    PageRoute(_CLIENT, "erasure_form", show_erasure_form),
    PageRoute(_CLIENT, "send_erasure_form", send_erasure_form, "POST"),
    PageRoute("/erasures", "erasures", show_erasures),
    PageRoute("/erasures", "send_erasure", send_erasure, "POST"),
    PageRoute(_ONE, "erasure", show_one),
    PageRoute(_ONE, "send_erasure_answer", send_answer, "POST"),
    PageRoute(f"{_ONE}/withdrawal", "withdraw_erasure", send_withdrawal, "POST"),
    PageRoute(f"{_ONE}/retold", "retell_erasure", send_retelling, "POST"),
    PageRoute(f"{_ONE}/paper", "erasure_paper", show_paper),
)
