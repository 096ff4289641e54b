"""The addresses of the officer's pages."""

from caseflow.web.oversight.access_report import send_release, send_report, show_report
from caseflow.web.oversight.apart import send_end_of_pair, show_all_apart
from caseflow.web.oversight.breach import send_breach, show_breach
from caseflow.web.oversight.charts import show_charts
from caseflow.web.oversight.consent_register import show_register
from caseflow.web.oversight.emergencies import (
    send_client_told,
    send_review,
    show_emergencies,
    show_review,
)
from caseflow.web.oversight.findings import (
    send_done,
    send_finding,
    show_findings,
    show_named_entries,
)
from caseflow.web.oversight.frozen_copies import send_basis, show_copy, show_frozen_copies
from caseflow.web.oversight.log_page import send_log, send_who_saw, show_log
from caseflow.web.oversight.processing_record import show_record, show_record_paper
from caseflow.web.oversight.reason_page import show_reason
from caseflow.web.oversight.restored import send_restore, show_restore
from caseflow.web.oversight.review import (
    send_beginning,
    send_looks,
    send_sign_off,
    show_looks_page,
    show_review_page,
    show_sign_off_paper,
)
from caseflow.web.oversight.verification import send_verification, show_verification
from caseflow.web.route import PageRoute

_REPORT = "/clients/<uuid:client>/access-report"

OVERSIGHT_ROUTES = (
    PageRoute("/log", "log", show_log),
    PageRoute("/log", "send_log", send_log, "POST"),
    PageRoute("/log/who-saw", "send_who_saw", send_who_saw, "POST"),
    PageRoute("/log/charts", "charts", show_charts),
    PageRoute("/log/reasons/<int:position>", "reason", show_reason),
    PageRoute(_REPORT, "access_report", show_report),
    PageRoute(_REPORT, "send_report", send_report, "POST"),
    PageRoute(f"{_REPORT}/release", "send_release", send_release, "POST"),
    PageRoute("/breach", "breach", show_breach),
    PageRoute("/breach", "send_breach", send_breach, "POST"),
    PageRoute("/consent-register", "consent_register", show_register),
    PageRoute("/processing-record", "processing_record", show_record),
    PageRoute("/processing-record/paper", "processing_record_paper", show_record_paper),
    PageRoute("/log/entries", "named_entries", show_named_entries),
    PageRoute("/log/review", "review_log", show_review_page),
    PageRoute("/log/review", "send_sign_off", send_sign_off, "POST"),
    PageRoute("/log/review/beginning", "begin_review", send_beginning, "POST"),
    PageRoute("/log/review/<uuid:signed>/looks", "looks", show_looks_page),
    PageRoute("/log/review/<uuid:signed>/looks", "send_looks", send_looks, "POST"),
    PageRoute("/log/review/<uuid:signed>/paper", "sign_off_paper", show_sign_off_paper),
    PageRoute("/log/findings", "findings", show_findings),
    PageRoute("/log/findings", "send_finding", send_finding, "POST"),
    PageRoute("/log/findings/<uuid:finding>", "send_done", send_done, "POST"),
    PageRoute("/log/verification", "verification", show_verification),
    PageRoute("/log/verification", "send_verification", send_verification, "POST"),
    PageRoute("/log/restored", "restored", show_restore),
    PageRoute("/log/restored", "send_restored", send_restore, "POST"),
    PageRoute("/kept-apart", "all_apart", show_all_apart),
    PageRoute("/kept-apart", "send_end_of_pair", send_end_of_pair, "POST"),
    PageRoute("/emergencies", "emergencies", show_emergencies),
    PageRoute("/emergencies/<uuid:emergency>", "review", show_review),
    PageRoute("/emergencies/<uuid:emergency>", "send_review", send_review, "POST"),
    PageRoute("/emergencies/<uuid:emergency>/told", "send_client_told", send_client_told, "POST"),
    PageRoute("/frozen-copies", "frozen_copies", show_frozen_copies),
    PageRoute("/frozen-copies/<uuid:copy>", "frozen_copy", show_copy),
    PageRoute("/frozen-copies/<uuid:copy>", "send_basis", send_basis, "POST"),
)
