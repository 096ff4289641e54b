"""Erase a client, or one unit's file of her, when two people want it."""

from caseflow.subject_rights.erasure.answer_erasure import answer_erasure
from caseflow.subject_rights.erasure.erasure_views import ErasureView
from caseflow.subject_rights.erasure.knock_at_erasure import knock_at_erasure
from caseflow.subject_rights.erasure.knock_for_proposal import knock_for_proposal
from caseflow.subject_rights.erasure.list_erasures import list_erasures
from caseflow.subject_rights.erasure.propose_erasure import Proposal, propose_erasure
from caseflow.subject_rights.erasure.retell_erasure import Retelling, retell_erasure
from caseflow.subject_rights.erasure.show_erasure import show_erasure
from caseflow.subject_rights.erasure.told_before import ToldBefore
from caseflow.subject_rights.erasure.withdraw_erasure import withdraw_erasure
from caseflow.subject_rights.named_client import named_client

__all__ = [
    "ErasureView",
    "Proposal",
    "Retelling",
    "ToldBefore",
    "answer_erasure",
    "knock_at_erasure",
    "knock_for_proposal",
    "list_erasures",
    "named_client",
    "propose_erasure",
    "retell_erasure",
    "show_erasure",
    "withdraw_erasure",
]
