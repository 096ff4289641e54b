"""The addresses of partner organisations and of what they are told."""

from caseflow.web.disclosures.follow_up import send_acknowledgement, send_note
from caseflow.web.disclosures.list_page import send_disclosures, show_disclosures, show_waiting
from caseflow.web.disclosures.make import send_disclosure, show_new_disclosure
from caseflow.web.disclosures.partners import (
    send_end_of_partner,
    send_new_partner,
    send_partner,
    show_new_partner,
    show_partner,
    show_partners,
)
from caseflow.web.disclosures.show_page import send_told, show_hand_out, show_told
from caseflow.web.route import PageRoute

_CLIENT = "/clients/<uuid:client>/disclosures"
_ONE = f"{_CLIENT}/<uuid:disclosure>"
_PARTNER = "/partners/<uuid:partner>"

DISCLOSURE_ROUTES = (
    PageRoute("/partners", "partners", show_partners),
    PageRoute("/partners/new", "new_partner", show_new_partner),
    PageRoute("/partners/new", "send_new_partner", send_new_partner, "POST"),
    PageRoute(_PARTNER, "partner", show_partner),
    PageRoute(_PARTNER, "send_partner", send_partner, "POST"),
    PageRoute(f"{_PARTNER}/end", "end_partner", send_end_of_partner, "POST"),
    PageRoute("/disclosures", "waiting_disclosures", show_waiting),
    PageRoute(_CLIENT, "disclosures", show_disclosures),
    PageRoute(_CLIENT, "send_disclosures", send_disclosures, "POST"),
    PageRoute(f"{_CLIENT}/new", "new_disclosure", show_new_disclosure),
    PageRoute(f"{_CLIENT}/new", "send_disclosure", send_disclosure, "POST"),
    PageRoute(_ONE, "disclosure", show_told),
    PageRoute(_ONE, "send_told", send_told, "POST"),
    PageRoute(f"{_ONE}/print", "hand_out", show_hand_out),
    PageRoute(f"{_ONE}/acknowledgement", "acknowledge", send_acknowledgement, "POST"),
    PageRoute(f"{_ONE}/notes", "send_note", send_note, "POST"),
)
