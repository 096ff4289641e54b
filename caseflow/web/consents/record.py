"""Read the form, show her what it would open, and record it once she has said so."""

from uuid import UUID

from flask import Response

from caseflow.consents import known_partners, preview_consent, record_consent, record_refusal
from caseflow.consents.check_declaration import check_declaration
from caseflow.consents.check_offer import check_purposes, check_recipients
from caseflow.consents.sharing_units import sharing_units
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.desk_again import at_desk, refused_at_desk
from caseflow.web.clients.family_words import declarer_name
from caseflow.web.clients.words import words
from caseflow.web.consents.consent_form import form_page
from caseflow.web.consents.desk_words import action_name
from caseflow.web.consents.form_fields import consent_fields
from caseflow.web.consents.once import ONCE, recorded_before, recorded_now
from caseflow.web.consents.read_declaration import Asked, at_fields, read_declaration
from caseflow.web.consents.receipt_page import receipt_of_now
from caseflow.web.consents.receiving import by_receiver, kept_back
from caseflow.web.consents.refused_page import refused_page
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import today
from caseflow.web.shell import page

CHANGE, RECORD = "change", "record"  # steps behind the first; whatever else is sent is previewed


@policy(Permission.RECORD_CONSENT)
@at_desk
def send_consent(client: UUID) -> Response:
    """Preview what the form says, go back to it, or record it."""
    form = read_form(consent_fields(current.work().configuration))
    step = form.typed.get("step")
    if form.problems or step == CHANGE:
        return form_page(client, form)
    asked = read_declaration(form.values, current.work().configuration, today())
    if not isinstance(asked, Asked):
        return form_page(client, form.but(*asked))
    problems = at_fields(_problems(asked))
    if problems:
        return form_page(client, form.but(*problems))
    if step == RECORD:
        return _record(client, form, asked) if asked.agreed else _refuse(client, form, asked)
    return _preview(client, form, asked)


def _problems(asked: Asked) -> tuple[Problem, ...]:
    """Return what the rooms find wrong; a refusal names no days and needs no witness."""
    work = current.work()
    known, declared, partners = sharing_units(work), asked.declaration, known_partners(work)
    if asked.agreed:
        return check_declaration(declared, known, work.configuration, work.clock.now(), partners)
    return (
        *check_recipients(declared.offer.to_units, declared.offer.partner, known, partners),
        *check_purposes(declared.offer.purposes, work.configuration),
    )


def _preview(client: UUID, form: Form, asked: Asked) -> Response:
    named, declared = words(outside=True), asked.declaration
    if not asked.agreed:
        return page(
            "consents/preview_refusal.html", client_id=client, form=form, asked=asked, words=named
        )
    answer = preview_consent(current.work(), current.actor(), client, declared.offer)
    match answer:
        case Refused():
            return refused_at_desk(answer)
        case Invalid(problems):
            return form_page(client, form.but(*at_fields(problems)))
        case Disclosed():
            return page(
                "consents/preview.html",
                client_id=client,
                form=form,
                asked=asked,
                words=named,
                preview=answer.value,
                receivers=by_receiver(answer.value.pairs),
                kept=kept_back(declared.offer),
                mark=new_id(),
                action_name=action_name,
                declarer_name=declarer_name,
            )


def _record(client: UUID, form: Form, asked: Asked) -> Response:
    mark = form.values.get(ONCE, "")
    before = recorded_before(client, mark)
    if before is not None:
        return before
    answer = record_consent(current.work(), current.actor(), client, asked.declaration)
    match answer:
        case Refused():
            return refused_at_desk(answer)
        case Invalid(problems):
            return form_page(client, form.but(*at_fields(problems)))
        case Done():
            receipt = receipt_of_now(client, asked.declaration, answer.value)
            return recorded_now(client, mark, receipt)


def _refuse(client: UUID, form: Form, asked: Asked) -> Response:
    answer = record_refusal(current.work(), current.actor(), client, asked.declined)
    match answer:
        case Refused():
            return refused_at_desk(answer)
        case Invalid(problems):
            return form_page(client, form.but(*at_fields(problems)))
        case Done():
            return refused_page(client, asked.declined)
