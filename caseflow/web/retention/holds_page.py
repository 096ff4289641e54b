"""Hold something back from being erased, and let it go again."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.subject_rights.erasure import named_client
from caseflow.subject_rights.retention import HeldBack, knock_at_hold, lift_hold, set_hold
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import Form, read_part
from caseflow.web.retention.calendar_page import retention_page
from caseflow.web.shell import lead_to

LONGEST = 4000


class HoldForm(InSchema):
    """What is held, and why."""

    kind = Line(most=20, required=False)
    client = Line(most=100, required=False)  # number or code
    file_of = Line(most=100, required=False)
    reason = Line(most=LONGEST, required=False)


class LiftForm(InSchema):
    """Why it is held no more."""

    reason = Line(most=LONGEST, required=False)


@policy(Permission.RUN_RETENTION)
def send_hold() -> Response:
    """Set a hold."""
    form = read_part(HoldForm())
    ids = {unit.slug: unit.id for unit in current.units()}
    slug = form.values.get("file_of", "")
    if slug and slug not in ids:
        form = form.but(Problem("file_of", "unknown_unit", {"given": slug}))
    if form.problems:
        return retention_page(form)
    named = form.values.get("client", "")
    client = named_client(current.work(), named) if named else None
    wanted = HeldBack(
        form.values.get("kind", ""), client, ids.get(slug), form.values.get("reason", "")
    )
    return _answered(form, set_hold(current.work(), current.actor(), wanted))


@policy(Permission.RUN_RETENTION)
def send_end_of_hold(hold: UUID) -> Response:
    """Lift a hold."""
    form = read_part(LiftForm(), hold)
    if form.problems:
        refused = knock_at_hold(current.work(), current.actor(), hold)
        return retention_page(form) if refused is None else refused_act(refused)
    reason = form.values.get("reason", "")
    return _answered(form, lift_hold(current.work(), current.actor(), hold, reason))


def _answered(form: Form, answer: Done[UUID] | Done[None] | Invalid | Refused) -> Response:
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid():
            return retention_page(form.but(*answer.problems))
        case Done():
            return lead_to(url_for("web.retention"))
