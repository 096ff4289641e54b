"""The addresses of retention."""

from caseflow.web.retention.calendar_page import send_run, show_retention
from caseflow.web.retention.holds_page import send_end_of_hold, send_hold
from caseflow.web.retention.run_page import send_answer, send_execution, show_one
from caseflow.web.route import PageRoute

_RUN = "/retention/runs/<uuid:run>"

RETENTION_ROUTES = (
    PageRoute("/retention", "retention", show_retention),
    PageRoute("/retention/holds", "send_hold", send_hold, "POST"),
    PageRoute("/retention/holds/<uuid:hold>/end", "end_hold", send_end_of_hold, "POST"),
    PageRoute("/retention/runs", "send_retention_run", send_run, "POST"),
    PageRoute(_RUN, "retention_run", show_one),
    PageRoute(_RUN, "send_run_answer", send_answer, "POST"),
    PageRoute(f"{_RUN}/execution", "send_execution", send_execution, "POST"),
)
