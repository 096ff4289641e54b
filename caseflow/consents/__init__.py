"""What a client agreed to and what she refused: preview, record, show and withdraw."""

from caseflow.consents.clean_signature import MOST_SIGNATURE
from caseflow.consents.declaration import NO_OFFER, Declaration, Form, Offer
from caseflow.consents.evidence import Evidence
from caseflow.consents.knock import knock_at_consent
from caseflow.consents.knock_at_receipt import knock_at_receipt
from caseflow.consents.known_partners import known_partners
from caseflow.consents.list_consents import list_consents
from caseflow.consents.preview_consent import preview_consent
from caseflow.consents.record_consent import Recorded, record_consent
from caseflow.consents.record_not_free import record_not_free
from caseflow.consents.record_refusal import Declined, record_refusal
from caseflow.consents.seen import Seen
from caseflow.consents.show_consent import ConsentDetail, show_consent
from caseflow.consents.show_evidence import show_evidence, show_signature
from caseflow.consents.show_receipt import show_receipt
from caseflow.consents.sign_receipt import SignedReceipt, sign_receipt
from caseflow.consents.take_back import Choice
from caseflow.consents.views import ConsentView
from caseflow.consents.withdraw_by_id import withdraw_by_id
from caseflow.consents.withdraw_consent import withdraw_consent
from caseflow.consents.withdraw_everything import withdraw_everything
from caseflow.consents.withdrawn import Withdrawn
from caseflow.vault.kept_copies import KeptCopy

__all__ = [
    "MOST_SIGNATURE",
    "NO_OFFER",
    "Choice",
    "ConsentDetail",
    "ConsentView",
    "Declaration",
    "Declined",
    "Evidence",
    "Form",
    "KeptCopy",
    "Offer",
    "Recorded",
    "Seen",
    "SignedReceipt",
    "Withdrawn",
    "knock_at_consent",
    "knock_at_receipt",
    "known_partners",
    "list_consents",
    "preview_consent",
    "record_consent",
    "record_not_free",
    "record_refusal",
    "show_consent",
    "show_evidence",
    "show_receipt",
    "show_signature",
    "sign_receipt",
    "withdraw_by_id",
    "withdraw_consent",
    "withdraw_everything",
]
