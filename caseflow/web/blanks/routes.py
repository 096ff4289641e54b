"""The addresses of papers that are filled in or kept in a purse."""

from caseflow.web.blanks.blank_page import show_blank_form, show_blank_forms
from caseflow.web.blanks.card_paper import show_card_paper
from caseflow.web.route import PageRoute

BLANK_ROUTES = (
    PageRoute("/consent-forms", "blank_forms", show_blank_forms),
    PageRoute("/consent-forms/paper", "blank_form", show_blank_form),
    PageRoute("/clients/<uuid:client>/card/paper", "card_paper", show_card_paper),
)
