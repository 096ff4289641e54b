"""Answer what the rooms refuse: with a question for the reason, or with the one page for all."""

from collections.abc import Callable

from flask import Response

from caseflow.http.faults import Fault
from caseflow.http.form_marks import MARKS, form_sent
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.web.clients.pause_page import pause_page
from caseflow.web.error_pages import error_page, not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import page

_OVERTAKEN = frozenset({Reason.TOO_LATE, Reason.REASON_NEEDED})


class GiveReason(InSchema):
    """Why a closed case is opened."""

    reason = Line(most=2000)


def refused_sight(answer: Refused) -> Response:
    """Return the page for what may not be seen; a closed case asks for its reason first.

    Whoever has typed more than that filled in a form while the case was closed by somebody else.
    """
    if answer.reason is Reason.REASON_NEEDED:
        typed = {name for name, value in form_sent().items() if value} - MARKS
        return refused_act(answer) if typed - {"reason"} else ask_reason(Form())
    if answer.reason is Reason.TOO_MANY and answer.wait is not None:
        return pause_page(answer.wait)
    return not_found()


def ask_reason(form: Form) -> Response:
    """Ask why the case is opened; the answer comes back to the same address."""
    return page("clients/reason.html", 422 if form.problems else 200, form=form)


def for_reason(show: Callable[[str], Response]) -> Response:
    """Show something of a closed case for the reason that was sent, which stands in no address."""
    form = read_form(GiveReason())
    return ask_reason(form) if form.problems else show(form.values["reason"])


def refused_act(answer: Refused) -> Response:
    """Return the page for what may not be done, or was done or closed by others meanwhile."""
    if answer.reason in _OVERTAKEN:
        return error_page(Fault.CONFLICT)
    if answer.reason is Reason.SUSPENDED:
        return error_page(Fault.UNAVAILABLE)
    return not_found()
