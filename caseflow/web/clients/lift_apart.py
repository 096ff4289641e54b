"""Show a lead since when her unit keeps a client apart, and end it for a reason."""

from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.exceptions import lift_apart, list_apart
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import names_of
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import day_of
from caseflow.web.shell import lead_to, page


class Lift(InSchema):
    """Which pair is lifted, and why; the officers alone can read that."""

    pair = fields.UUID(required=True)
    reason = Line(most=2000)


@policy(Permission.LIFT_APART)
def show_apart(client: UUID) -> Response:
    """Show the pairs that stand; not a word of who the other one is."""
    return _show(client, Form())


@policy(Permission.LIFT_APART)
def send_lift_apart(client: UUID) -> Response:
    """End it; what followed from it alone ends too."""
    form = read_form(Lift())
    if form.problems:
        return _show(client, form)
    pair, reason = form.values["pair"], form.values["reason"]
    answer = lift_apart(current.work(), current.actor(), client, pair, reason)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case _:
            return lead_to(url_for("web.apart", client=client))


def _show(client: UUID, form: Form) -> Response:
    work = current.work()
    answer = list_apart(work, current.actor(), client)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "clients/apart.html",
        422 if form.problems else 200,
        client_id=client,
        pairs=answer.value,
        form=form,
        names=names_of(work, {pair.recorded_by for pair in answer.value}),
        words=words(),
        day_of=day_of,
    )
