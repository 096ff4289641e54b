"""The officers' review: a period of the log, what was found in it, and the sign-off."""

from caseflow.oversight.review.begin_review import begin_review
from caseflow.oversight.review.findings import close_finding, list_findings, note_finding
from caseflow.oversight.review.knock_at_finding import knock_at_finding
from caseflow.oversight.review.knock_at_looks import knock_at_looks
from caseflow.oversight.review.look_through import Findings
from caseflow.oversight.review.named_entries import named_entries
from caseflow.oversight.review.show_looks import Looks, show_looks
from caseflow.oversight.review.show_review import Review, show_review
from caseflow.oversight.review.show_sign_off import show_sign_off
from caseflow.oversight.review.sign_looks import sign_looks
from caseflow.oversight.review.sign_off import sign_off
from caseflow.oversight.review.signatures import Signing
from caseflow.oversight.review.view_of import FindingView, SignOffView
from caseflow.oversight.rules import Hit

__all__ = [
    "FindingView",
    "Findings",
    "Hit",
    "Looks",
    "Review",
    "SignOffView",
    "Signing",
    "begin_review",
    "close_finding",
    "knock_at_finding",
    "knock_at_looks",
    "list_findings",
    "named_entries",
    "note_finding",
    "show_looks",
    "show_review",
    "show_sign_off",
    "sign_looks",
    "sign_off",
]
