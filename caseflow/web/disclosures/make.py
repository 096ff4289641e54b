"""Choose piece by piece what a partner is told, and tell it."""

from uuid import UUID

from flask import Response, request, url_for
from marshmallow import fields

from caseflow.consents import ConsentView, list_consents
from caseflow.disclosures import Choice, Wanted, make_disclosure, prepare_disclosure
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.words import words
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class Tell(InSchema):
    """Under which consent, what for, and which pieces; nothing is ticked beforehand."""

    consent = Line(most=40, required=False)
    purpose = Line(most=60, required=False)
    entries = fields.List(fields.String(), load_default=list)
    facts = fields.List(fields.String(), load_default=list)
    release = fields.List(fields.String(), load_default=list)


@policy(Permission.DISCLOSE)
def show_new_disclosure(client: UUID) -> Response:
    """Ask what for; then show what the consent covers for it, to choose from."""
    typed = {name: request.args.get(name, "") for name in ("consent", "purpose")}
    return _show(client, Form(typed))


@policy(Permission.DISCLOSE)
def send_disclosure(client: UUID) -> Response:
    """Tell what was chosen, and lead on to the sheet that is handed out."""
    form = read_form(Tell())
    consent = read_id(form.values.get("consent", ""))
    if form.problems or consent is None:
        return _show(client, form)
    choice = Choice(*(frozenset(form.values[name]) for name in ("entries", "facts", "release")))
    wanted = Wanted(consent, form.values.get("purpose", ""), choice)
    answer = make_disclosure(current.work(), current.actor(), client, wanted)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(client, form.but(*problems))
        case Done(made):
            return lead_to(url_for("web.hand_out", client=client, disclosure=made.id))


def _show(client: UUID, form: Form) -> Response:
    consent = read_id(str(form.typed.get("consent", "")))
    given = None if consent is None else _consent(client, consent)
    if isinstance(given, Refused):
        return refused_act(given)
    frame = enter(client)
    if consent is None or given is None or isinstance(frame, Response):
        return not_found()
    values = {"client": frame, "form": form, "consent": given, "words": words(outside=True)}
    purpose = str(form.typed.get("purpose", ""))
    if not purpose:
        return page("disclosures/purpose.html", 422 if form.problems else 200, **values)
    offered = prepare_disclosure(current.work(), current.actor(), client, consent, purpose)
    if isinstance(offered, Refused):
        return refused_act(offered)
    status = 422 if form.problems else 200
    return page("disclosures/choose.html", status, offered=offered.value, **values)


def _consent(client: UUID, consent: UUID) -> ConsentView | Refused | None:
    """Return the consent as the unit may see it, where it names a partner."""
    answer = list_consents(current.work(), current.actor(), client)
    if isinstance(answer, Refused):
        return answer
    for view in answer.value:
        if view.id == consent and view.parts[0].partner is not None:
            return view
    return None
