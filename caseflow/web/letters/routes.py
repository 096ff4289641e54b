"""The addresses of letters; neither a name nor a way ever stands in one."""

from caseflow.web.letters.choose_page import send_letters, show_letters
from caseflow.web.letters.write import send_new_letter, show_new_letter
from caseflow.web.route import PageRoute

_ALL = "/clients/<uuid:client>/letters"

LETTER_ROUTES = (
    PageRoute(_ALL, "letters", show_letters),
    PageRoute(_ALL, "send_letters", send_letters, "POST"),
    PageRoute(f"{_ALL}/new", "new_letter", show_new_letter),
    PageRoute(f"{_ALL}/new", "send_new_letter", send_new_letter, "POST"),
)
