"""Answer a handover: accept it, decline it with a reason, or take an own one back."""

from uuid import UUID

from flask import Response, url_for

from caseflow.handovers import accept_handover, decline_handover, withdraw_handover
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class Decline(InSchema):
    """Why she cannot come."""

    reason = Line(most=2000)


@policy(Permission.HAND_OVER)
def send_acceptance(handover: UUID) -> Response:
    """Accept a handover, and go to the client if a consent carries her."""
    answer = accept_handover(current.work(), current.actor(), handover)
    if isinstance(answer, Refused):
        return refused_act(answer)
    if isinstance(answer, Invalid):
        return page("handovers/not_accepted.html", 422, problems=answer.problems)
    if answer.value.client is None:
        return page("handovers/send_her.html")
    return lead_to(url_for("web.story", client=answer.value.client))


@policy(Permission.HAND_OVER)
def show_decline(handover: UUID) -> Response:
    """Ask for the reason, alike for every handover."""
    return _show(handover, Form())


@policy(Permission.HAND_OVER)
def send_decline(handover: UUID) -> Response:
    """Decline a handover; both units read the reason."""
    form = read_form(Decline())
    if form.problems:
        return _show(handover, form)
    answer = decline_handover(current.work(), current.actor(), handover, form.values["reason"])
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(handover, form.but(*problems))
        case Done():
            return lead_to(url_for("web.handovers"))


@policy(Permission.HAND_OVER)
def send_handover_withdrawal(handover: UUID) -> Response:
    """Take back a handover that nobody has answered."""
    answer = withdraw_handover(current.work(), current.actor(), handover)
    if not isinstance(answer, Done):
        return refused_act(_as_refused(answer))
    return lead_to(url_for("web.handovers", direction="out"))


def _as_refused(answer: Invalid | Refused) -> Refused:
    """Return the refusal; of what has no form, nothing can be invalid."""
    return answer if isinstance(answer, Refused) else Refused()


def _show(handover: UUID, form: Form) -> Response:
    status = 422 if form.problems else 200
    return page("handovers/decline.html", status, handover=handover, form=form)
