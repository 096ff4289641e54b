"""Review emergency accesses: the queue, each of them with its reason, and the finding."""

from uuid import UUID

from flask import Response, request, url_for

from caseflow.exceptions import (
    EmergencyView,
    list_emergencies,
    nobody_to_review,
    record_client_told,
    review_emergency,
    show_emergency,
)
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import gettext, mark
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import names_of
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.review_rules import ClientTold
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_part
from caseflow.web.moments import moment
from caseflow.web.oversight.log_words import FINDINGS, finding_name
from caseflow.web.shell import lead_to, page


class Review(InSchema):
    """What the officer finds."""

    finding = Line(most=20, required=False)
    note = Line(most=4000, required=False)


class Told(InSchema):
    """Whether the client knows, or why not yet."""

    told = Line(most=20, required=False)
    why = Line(most=4000, required=False)


TOLD = {
    ClientTold.YES: mark("Yes, she knows."),
    ClientTold.NOT_YET: mark("Not yet."),
}


@policy(Permission.REVIEW_EMERGENCY)
def show_emergencies() -> Response:
    """Show what waits for a review; on demand also what is reviewed."""
    everything = request.args.get("reviewed") == "yes"
    answer = list_emergencies(current.work(), current.actor(), reviewed=everything)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "oversight/emergencies.html",
        emergencies=answer.value,
        everything=everything,
        nobody=nobody_to_review(current.work()),
        words=words(),
        staff=_names(answer.value),
        finding_name=finding_name,
        told_name=told_name,
        moment=moment,
    )


@policy(Permission.REVIEW_EMERGENCY)
def show_review(emergency: UUID) -> Response:
    """Show one emergency access with its reason and the form of the review."""
    return _show(emergency, Form())


@policy(Permission.REVIEW_EMERGENCY)
def send_review(emergency: UUID) -> Response:
    """Record the finding."""
    form = read_part(Review())
    if form.problems:
        return _show(emergency, form)
    finding, note = form.values.get("finding", ""), form.values.get("note", "")
    answer = review_emergency(current.work(), current.actor(), emergency, finding, note)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(emergency, form.but(*problems))
        case Done():
            if read_part(Told()).values.get("told"):  # said beside the finding, in the same form
                return send_client_told(emergency)
            return lead_to(url_for("web.review", emergency=emergency))


@policy(Permission.REVIEW_EMERGENCY)
def send_client_told(emergency: UUID) -> Response:
    """Record whether the client knows."""
    form = read_part(Told())
    if form.problems:
        return _show(emergency, form)
    told, why = form.values.get("told", ""), form.values.get("why", "")
    answer = record_client_told(current.work(), current.actor(), emergency, told, why)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(emergency, form.but(*problems))
        case Done():
            return lead_to(url_for("web.review", emergency=emergency))


def _show(emergency: UUID, form: Form) -> Response:
    answer = show_emergency(current.work(), current.actor(), emergency)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    view = answer.value.emergency
    return page(
        "oversight/review.html",
        422 if form.problems else 200,
        form=form,
        detail=answer.value,
        each=view,
        words=words(),
        staff=_names((view,)),
        findings=[(key, gettext(name)) for key, name in FINDINGS.items()],
        told=[(key.value, gettext(name)) for key, name in TOLD.items()],
        told_name=told_name,
        own=view.staff == current.actor().staff,
        finding_name=finding_name,
        moment=moment,
    )


def told_name(told: str | None) -> str:
    """Return whether the client knows; empty where nobody has said."""
    return "" if told is None else gettext(TOLD[ClientTold(told)])


def _names(views: tuple[EmergencyView, ...]) -> dict[UUID, str]:
    people = {each.staff for each in views}
    people |= {each.reviewed_by for each in views if each.reviewed_by is not None}
    return names_of(current.work(), people)
