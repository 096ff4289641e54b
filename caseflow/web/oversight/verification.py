"""Show the signed head of the log, and verify the whole of it at the press of a button."""

from flask import Response
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema
from caseflow.oversight import Report, show_head, show_key, verify_log
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.forms import read_form
from caseflow.web.moments import moment
from caseflow.web.oversight.log_words import fault_name
from caseflow.web.shell import page


class AskVerification(InSchema):
    """Whether every row is to be compared too."""

    records = fields.Boolean()


@policy(Permission.REVIEW_LOG)
def show_verification() -> Response:
    """Show the newest checkpoint, to be kept elsewhere."""
    return _show(None)


@policy(Permission.REVIEW_LOG)
def send_verification() -> Response:
    """Verify the log, with every row where she asks for it, and show what was found."""
    form = read_form(AskVerification())
    records = form.values.get("records", False)
    answer = verify_log(current.work(), current.actor(), records=records)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return _show(answer.value)


def _show(report: Report | None) -> Response:
    head = show_head(current.work(), current.actor())
    if isinstance(head, Refused):
        return refused_sight(head)
    key = show_key(current.work(), current.actor())
    if isinstance(key, Refused):
        return refused_sight(key)
    return page(
        "oversight/verification.html",
        head=head.value,
        key=key.value,
        report=report,
        fault_name=fault_name,
        moment=moment,
    )
