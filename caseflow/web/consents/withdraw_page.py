"""Withdraw a consent in two clicks: see what closes and who has read what, then say so."""

from uuid import UUID

from flask import Response, request
from marshmallow import fields

from caseflow.consents import Choice, ConsentDetail, show_consent, withdraw_consent
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.form_marks import MARKS, spoken_to
from caseflow.http.schemas import InSchema
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.consents.desk_words import state_name
from caseflow.web.consents.two_voices import two_voices
from caseflow.web.consents.withdrawn_page import once, withdrawn_page
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import last_day, moment
from caseflow.web.shell import page

WHOLE, PART = "whole", "part"


class Ticked(InSchema):
    """What is chosen of a part, as far as it is ticked yet."""

    to_units = fields.List(fields.String())
    categories = fields.List(fields.String())


@policy(Permission.RECORD_CONSENT)
def show_withdrawal(client: UUID, consent: UUID) -> Response:
    """Show a consent with what its withdrawal closes."""
    answer = show_consent(current.work(), current.actor(), client, consent)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return _show(client, answer.value, Form())


@policy(Permission.WITHDRAW_CONSENT)
def send_withdrawal(client: UUID, consent: UUID) -> Response:
    """Withdraw the whole consent, or what was chosen of it.

    What cannot be read is passed over: no rule of a form stands in the way of a withdrawal.
    """
    what = request.form.get("what")
    if spoken_to() is not None:
        return _show_again(client, consent, _anew())
    if what == WHOLE:
        return _withdraw(client, consent, Choice())
    chosen = Choice(
        frozenset(filter(None, map(read_id, request.form.getlist("to_units")))),
        frozenset(request.form.getlist("categories")),
    )
    if what == PART and chosen.to_units and chosen.categories:
        return _withdraw(client, consent, chosen)
    return _show_again(client, consent, _typed(what))


def _withdraw(client: UUID, consent: UUID, choice: Choice) -> Response:
    answer = withdraw_consent(current.work(), current.actor(), client, consent, choice)
    if isinstance(answer, Refused):
        return refused_act(answer)
    spoken = request.form.get("language", "")
    return withdrawn_page(client, answer.value, spoken, consent, choice)


def _anew() -> Form:
    """Return what was ticked, to be read in another language; nothing is withdrawn by it."""
    form = read_form(Ticked())
    return Form({**form.typed, "reason": request.form.get("reason", "")}, {}, form.problems)


def _typed(what: str | None) -> Form:
    """Return what was typed: a part with nothing in it, or the reason to open a closed case."""
    typed = {name: request.form.getlist(name) for name in request.form if name not in MARKS}
    form = Form({**typed, "reason": request.form.get("reason", "")})
    if what != PART:
        return form
    # Nothing chosen never means everything.
    return form.but(
        *(Problem(name, "required") for name in ("to_units", "categories") if not typed.get(name))
    )


def _show_again(client: UUID, consent: UUID, form: Form) -> Response:
    answer = show_consent(current.work(), current.actor(), client, consent, form.typed["reason"])
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return _show(client, answer.value, form)


def _show(client: UUID, detail: ConsentDetail, form: Form) -> Response:
    parts = detail.consent.parts
    return page(
        "consents/withdrawal.html",
        422 if form.problems else 200,
        client_id=client,
        detail=detail,
        once=once,
        form=form,
        words=words(outside=True),
        to_units=sorted({unit for part in parts for unit in part.recipients}),
        categories={category for part in parts for category in part.categories},
        state_name=state_name,
        last_day=last_day,
        say=two_voices(detail.consent.language),
        moment=moment,
    )
