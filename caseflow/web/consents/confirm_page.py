"""Ask her about a consent that another system sent, and record what she says."""

from datetime import date
from itertools import product
from uuid import UUID

from flask import Response, request, url_for

from caseflow.consents import NO_OFFER, Declaration
from caseflow.consents import Form as Declared
from caseflow.consents.received import Received, confirm_received, show_received, turn_down
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import gettext
from caseflow.http.schemas import InSchema, Line
from caseflow.letters import ways_known
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.consents.both_languages import TEMPLATE, both_languages, text_languages
from caseflow.web.consents.consent_form import ASKED_HER, LABELS
from caseflow.web.consents.desk_words import ACTIONS, FORMS, RECEIPTS
from caseflow.web.consents.form_fields import NOTE, several
from caseflow.web.consents.once import recorded_before, recorded_now
from caseflow.web.consents.read_declaration import Days, at_fields
from caseflow.web.consents.receipt_page import receipt_of_now
from caseflow.web.consents.receiving import by_receiver, kept_back
from caseflow.web.forms import Form, read_form
from caseflow.web.letters.shown_ways import ShownWay, shown_ways
from caseflow.web.moments import today
from caseflow.web.shell import lead_to, page

RECORD, NO = "record", "no"  # what she says


class Confirm(InSchema):
    """What she says to it, and how."""

    step = Line(most=20)
    language = Line(most=20)
    valid_until = Line(required=False)
    form = Line(most=40, required=False)
    witness = Line(most=500, required=False)
    reason = Line(most=2000, required=False)
    signed_on = Line(required=False)
    interpreter = Line(most=500, required=False)
    receipt = Line(most=40, required=False)
    note = Line(most=10, required=False)
    notices = several()


@policy(Permission.RECORD_CONSENT)
def show_confirmation(received: UUID) -> Response:
    """Show what was sent in her language, and the form of her answer."""
    return _show(received, Form({"language": request.args.get("language", "")}))


@policy(Permission.RECORD_CONSENT)
def send_confirmation(received: UUID) -> Response:
    """Record her yes as her consent, or her no."""
    form = read_form(Confirm())
    said = form.values.get("step")
    if not form.problems and said not in {RECORD, NO}:
        form = form.but(Problem("step", "not_yes_no"))
    if form.problems:
        return _show(received, form)
    looked = show_received(current.work(), current.actor(), received)
    if isinstance(looked, Refused):
        return refused_act(looked)
    client = looked.value.client
    # Whatever she says: a look that only one of them takes would tell it in the log.
    ways = shown_ways(ways_known(current.work(), current.actor(), client).naming())
    return _agreed(looked.value, form, ways) if said == RECORD else _turned_down(received, form)


def _agreed(received: Received, form: Form, ways: list[ShownWay]) -> Response:
    """Return her receipt, the same for a yes that was not free: who made her stands there too."""
    days = Days(form.values)
    declared = _declaration(form, days)
    if days.problems:
        return _show(received.id, form.but(*days.problems))
    before = recorded_before(received.client, str(received.id))
    if before is not None:
        return before
    free = not form.values.get(NOTE)
    answer = confirm_received(current.work(), current.actor(), received.id, declared, free=free)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(received.id, form.but(*at_fields(problems)))
        case Done(agreed):
            receipt = receipt_of_now(agreed.client, agreed.declared, agreed.recorded, ways)
            return recorded_now(agreed.client, str(received.id), receipt)


def _turned_down(received: UUID, form: Form) -> Response:
    answer = turn_down(current.work(), current.actor(), received, form.values["language"])
    if isinstance(answer, Refused):
        return refused_act(answer)
    return lead_to(url_for("web.received_consents", client=answer.value))


def _declaration(form: Form, days: Days) -> Declaration:
    """Return what was taken down; what it is about stands in what was sent."""
    values = form.values
    return Declaration(
        offer=NO_OFFER,
        valid_from=today(),
        valid_until=days.read("valid_until", needed=True) or today(),
        template=TEMPLATE,
        language=values["language"],
        notices=frozenset(values["notices"]),
        form=Declared(values.get("form", ""), values.get("witness", ""), values.get("reason", "")),
        signed_on=days.read("signed_on"),
        interpreter=values.get("interpreter", ""),
        receipt=values.get("receipt", ""),
    )


def _show(received: UUID, form: Form) -> Response:
    answer = show_received(current.work(), current.actor(), received)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    configuration = current.work().configuration
    say = both_languages(configuration, str(form.typed.get("language", "")))
    found, named = answer.value, words()
    return page(
        "consents/confirm.html",
        422 if form.problems else 200,
        client_id=found.client,
        received=found,
        form=form,
        say=say,
        languages_of_texts=list(text_languages(configuration).items()),
        words=named,
        receivers=by_receiver(_pairs(found)),
        kept=kept_back(found.offer),
        labels={field: gettext(label) for field, label in LABELS.items()},
        action_names=ACTIONS,
        asks={field: say.sentence(LABELS[field]) for field in ASKED_HER} if say else {},
        forms=say.choices(FORMS) if say else [],
        receipts=say.choices(RECEIPTS) if say else [],
        latest=_latest(found),
    )


def _pairs(found: Received) -> list[tuple[UUID, UUID, str]]:
    """Return who would tell whom what, without what stays closed."""
    offer = found.offer
    return [
        (giver, receiver, category)
        for giver, receiver, category in product(
            sorted(offer.from_units), sorted(offer.to_units), sorted(offer.categories)
        )
        if giver != receiver and (receiver, category) not in offer.refused
    ]


def _latest(found: Received) -> date:
    longest = today() + current.work().configuration.limits.consent
    return longest if found.last_day is None else min(longest, found.last_day)
