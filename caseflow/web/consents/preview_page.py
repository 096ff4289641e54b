"""Show her what would open before she signs: to whom, how many people that are, what stays shut."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from flask import Response

from caseflow.consents import preview_consent
from caseflow.http import current
from caseflow.http.language import gettext, mark
from caseflow.vocabulary.answers import Disclosed, Invalid, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import DeclarationForm
from caseflow.web.clients.desk_again import refused_at_desk
from caseflow.web.clients.family_words import DECLARERS
from caseflow.web.clients.words import words
from caseflow.web.consents.both_languages import BothLanguages
from caseflow.web.consents.consent_form import desk_values, said_by
from caseflow.web.consents.desk_words import ACTIONS, ALL_FORMS, OUTSIDE_ACTIONS
from caseflow.web.consents.question_page import ask_again
from caseflow.web.consents.questions import questions
from caseflow.web.consents.read_declaration import Asked, at_fields
from caseflow.web.consents.receiving import by_receiver, kept_back
from caseflow.web.consents.two_voices import Said
from caseflow.web.forms import Form
from caseflow.web.shell import page

TOLD: Mapping[str, str] = MappingProxyType(
    {
        "opens": mark("If she signs, this opens"),
        "no": mark("She says no to:"),
        "people": mark("People who could then see it:"),
        "all_people": mark("All together, each counted once:"),
        "purposes": mark("What for"),
        "actions": mark("How"),
        "declared_by": mark("Who declares it"),
        "form": mark("How she declares it"),
        "valid_until": mark("Last day"),
        "sign": mark("Signature"),
        "record": mark("Yes, record it"),
        "change": mark("No, change it"),
    }
)
OPENS = mark("sees what %(unit)s has written about:")
OPENS_OUTSIDE = mark("may be told, piece by piece, what %(unit)s has written about:")
REFUSES: Mapping[str, str] = MappingProxyType(
    {
        "no": mark("She says no to everything"),
        "means": mark(
            "Nothing opens to anybody. That she was asked and said no is kept, so that nobody has"
            " to ask her again. She is helped all the same."
        ),
        "record": mark("Record the refusal"),
        "change": mark("Change it"),
    }
)
_TABLES: tuple[Mapping[Any, str], ...] = (OUTSIDE_ACTIONS, ACTIONS, DECLARERS, ALL_FORMS)
NAMES = {word.value: name for table in _TABLES for word, name in table.items()}


def preview_page(client: UUID, form: Form, asked: Asked) -> Response:
    """Return all that she said on one page, and what comes of it once she signs."""
    if not asked.agreed:
        return _refusal(client, form, asked)
    offer = asked.declaration.offer
    answer = preview_consent(current.work(), current.actor(), client, offer)
    match answer:
        case Refused():
            return refused_at_desk(answer)
        case Invalid(problems):
            return ask_again(client, form.but(*at_fields(problems)))
        case Disclosed():
            say = _both(form)
            return page(
                "consents/preview.html",
                422 if form.problems else 200,
                asked=asked,
                preview=answer.value,
                receivers=by_receiver(answer.value.pairs),
                kept=kept_back(offer),
                mark=new_id(),
                on_screen=asked.declaration.form.kind == DeclarationForm.SIGNED_SCREEN,
                asked_for=questions(current.work().configuration, form.typed),
                told={key: say.sentence(name) for key, name in TOLD.items()},
                names=NAMES,
                opens=OPENS,
                opens_outside=OPENS_OUTSIDE,
                **{**desk_values(client, form, say), "words": words(outside=True)},
            )


def _refusal(client: UUID, form: Form, asked: Asked) -> Response:
    """Return what a no to everything means; it is taken in whichever language was sent."""
    say = said_by(form)
    told = {
        key: Said(gettext(name), "") if say is None else say.sentence(name)
        for key, name in REFUSES.items()
    }
    return page(
        "consents/preview_refusal.html",
        client_id=client,
        form=form,
        asked=asked,
        words=words(outside=True),
        say=say,
        told=told,
    )


def _both(form: Form) -> BothLanguages:
    """Return the two languages of the desk; the look at the form has found the text."""
    found = said_by(form)
    assert found is not None  # noqa: S101 - a missing text is a problem of the form
    return found
