"""The addresses of the consent desk."""

from caseflow.web.consents.confirm_page import send_confirmation, show_confirmation
from caseflow.web.consents.desk_page import show_desk
from caseflow.web.consents.evidence_page import (
    send_declarations,
    send_drawn,
    show_declarations,
    show_drawn,
)
from caseflow.web.consents.list_page import send_consents, show_consents
from caseflow.web.consents.question_page import show_consent_form
from caseflow.web.consents.receipt_page import send_receipt, show_receipt_again
from caseflow.web.consents.received_page import send_received_consents, show_received_consents
from caseflow.web.consents.record import send_consent
from caseflow.web.consents.refuse import send_refusal, show_refusal
from caseflow.web.consents.signed_receipt import send_signed_receipt, show_signed_receipt
from caseflow.web.consents.withdraw_everything import (
    send_withdraw_everything,
    show_withdraw_everything,
)
from caseflow.web.consents.withdraw_page import send_withdrawal, show_withdrawal
from caseflow.web.route import PageRoute

_CLIENT = "/clients/<uuid:client>"
_CONSENT = f"{_CLIENT}/consents/<uuid:consent>"

CONSENT_ROUTES = (
    PageRoute(f"{_CLIENT}/desk", "desk", show_desk),
    PageRoute(f"{_CLIENT}/consents", "consents", show_consents),
    PageRoute(f"{_CLIENT}/consents", "send_consents", send_consents, "POST"),
    PageRoute(f"{_CLIENT}/declarations", "declarations", show_declarations),
    PageRoute(f"{_CLIENT}/declarations", "send_declarations", send_declarations, "POST"),
    PageRoute(f"{_CONSENT}/signature", "drawn", show_drawn),
    PageRoute(f"{_CONSENT}/signature", "send_drawn", send_drawn, "POST"),
    PageRoute(f"{_CLIENT}/consents/new", "new_consent", show_consent_form),
    PageRoute(f"{_CLIENT}/consents/new", "send_consent", send_consent, "POST"),
    PageRoute(f"{_CLIENT}/received-consents", "received_consents", show_received_consents),
    PageRoute(
        f"{_CLIENT}/received-consents", "send_received_consents", send_received_consents, "POST"
    ),
    PageRoute("/received-consents/<uuid:received>", "confirmation", show_confirmation),
    PageRoute("/received-consents/<uuid:received>", "send_confirmation", send_confirmation, "POST"),
    PageRoute(f"{_CLIENT}/refusal", "refusal", show_refusal),
    PageRoute(f"{_CLIENT}/refusal", "send_refusal", send_refusal, "POST"),
    PageRoute(f"{_CONSENT}/receipt", "receipt", show_receipt_again),
    PageRoute(f"{_CONSENT}/receipt", "send_receipt", send_receipt, "POST"),
    PageRoute(f"{_CONSENT}/receipt.json", "signed_receipt", show_signed_receipt),
    PageRoute(f"{_CONSENT}/receipt.json", "ask_signed_receipt", send_signed_receipt, "POST"),
    PageRoute(f"{_CONSENT}/withdrawal", "withdrawal", show_withdrawal),
    PageRoute(f"{_CONSENT}/withdrawal", "send_withdrawal", send_withdrawal, "POST"),
    PageRoute(f"{_CLIENT}/withdrawal", "withdraw_everything", show_withdraw_everything),
    PageRoute(
        f"{_CLIENT}/withdrawal", "send_withdraw_everything", send_withdraw_everything, "POST"
    ),
)
