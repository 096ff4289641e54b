"""The addresses of papers that are filled in or kept in a purse, and of their scans."""

from caseflow.web.blanks.blank_page import show_blank_form, show_blank_forms
from caseflow.web.blanks.card_paper import show_card_paper
from caseflow.web.blanks.scan_page import send_new_scan, show_new_scan
from caseflow.web.route import PageRoute

BLANK_ROUTES = (
    PageRoute("/consent-forms", "blank_forms", show_blank_forms),
    PageRoute("/consent-forms/paper", "blank_form", show_blank_form),
    PageRoute("/clients/<uuid:client>/card/paper", "card_paper", show_card_paper),
    PageRoute("/clients/<uuid:client>/scans/new", "new_scan", show_new_scan),
    PageRoute("/clients/<uuid:client>/scans/new", "send_new_scan", send_new_scan, "POST"),
)
