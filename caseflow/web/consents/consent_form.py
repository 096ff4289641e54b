"""Show the form of a consent, with everything that was typed, and the language to choose first."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from flask import Response

from caseflow.consents import known_partners
from caseflow.http import current
from caseflow.http.language import gettext, mark
from caseflow.vocabulary.states import Authority
from caseflow.vocabulary.units import Unit, UnitKind
from caseflow.web.clients.family_words import AUTHORITIES, DECLARERS, VIOLENT, choices
from caseflow.web.clients.words import Words, words
from caseflow.web.consents.both_languages import (
    OUTSIDE,
    BothLanguages,
    both_languages,
    template_of,
    text_languages,
)
from caseflow.web.consents.desk_words import ACTIONS, ALL_FORMS, OUTSIDE_ACTIONS, RECEIPTS
from caseflow.web.consents.form_fields import NO, YES, answer_field, offered_categories
from caseflow.web.forms import Form
from caseflow.web.moments import today
from caseflow.web.shell import page

ANSWERS: Mapping[str, str] = MappingProxyType({YES: mark("Yes"), NO: mark("No")})
NOT_TO_ALL = mark("Yes, but not to everybody")
NOT_TO_UNIT = mark("not to %(unit)s")
PROTECTED = mark("specially protected")
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "from_units": mark("Who speaks"),
        "to_units": mark("Who may know"),
        "partner": mark("Which organisation may know"),
        "refused": mark("Yes or no"),
        "purposes": mark("What for"),
        "actions": mark("How"),
        "valid_from": mark("First day"),
        "valid_until": mark("Last day"),
        "declared_by": mark("Who declares it"),
        "guardian_name": mark("Name of the guardian"),
        "authority": mark("On which ground the guardian declares"),
        "known_violent": mark("Is this person known to have been violent towards her or a child?"),
        "form": mark("How she declares it"),
        "signed_on": mark("Day on the paper"),
        "witness": mark("Witness"),
        "reason": mark("Why it is not in writing"),
        "signature": mark("Signature"),
        "interpreter": mark("Interpreter"),
        "interpreter_language": mark("Language that is interpreted"),
        "interpreter_promised": mark("Promise to keep silent"),
        "interpreter_wanted": mark("Her word on the interpreter"),
        "notices": mark("What she was told"),
        "receipt": mark("Her copy"),
        "language": mark("Her language"),
        "about": mark("What it is about"),
        "until": mark("How long"),
    }
)


# What is asked of her or of her interpreter, in both languages. Whether a guardian was violent is
# answered by the desk: it is said in no language that the guardian beside her may read.
ASKED_HER = (
    *("from_units", "to_units", "partner", "purposes", "actions", "valid_from", "valid_until"),
    *("declared_by", "guardian_name", "authority", "form", "signed_on", "witness", "reason"),
    *("interpreter", "interpreter_language", "interpreter_promised", "interpreter_wanted"),
    "receipt",
)
INTERPRETER = (
    mark("She or he has promised to keep silent about everything."),
    mark("The client was asked, and agrees to this person."),
)


def form_page(client: UUID, form: Form) -> Response:
    """Return the form in her language with what was typed; without a language, that question."""
    say = said_by(form)
    if say is None:
        return language_page(client, form)
    return page(
        "consents/form.html",
        422 if form.problems else 200,
        **desk_values(client, form, say),
    )


def language_page(client: UUID, form: Form) -> Response:
    """Return the question in which language she decides."""
    template = template_of(form.typed)
    return page(
        "consents/choose_text.html",
        client_id=client,
        form=form,
        found=text_languages(current.work().configuration, template),
        outside=template == OUTSIDE,
    )


def said_by(form: Form) -> BothLanguages | None:
    """Return the text in the language that a form has chosen; None where there is none."""
    chosen = str(form.typed.get("language", ""))
    template = template_of(form.typed)
    return both_languages(current.work().configuration, chosen, template=template)


def desk_values(client: UUID, form: Form, say: BothLanguages) -> dict[str, Any]:
    """Return all that the questions of the form are asked with, on one page or one by one."""
    configuration = current.work().configuration
    outside = bool(form.typed.get("outside"))
    named, offered = words(), OUTSIDE_ACTIONS if outside else ACTIONS
    return {
        "client_id": client,
        "form": form,
        "say": say,
        "words": named,
        "units": drawer_units(),
        "outside": outside,
        "partners": _nameable() if outside else [],
        "categories": offered_categories(configuration),
        "labels": labels_of(named),
        "purposes": [(key, say.label(each.labels)) for key, each in configuration.purposes.items()],
        "actions": [(action.value, say.sentence(name)) for action, name in offered.items()],
        "answers": [(answer, say.sentence(name)) for answer, name in ANSWERS.items()],
        "not_to_all": say.sentence(NOT_TO_ALL),
        "not_to_unit": NOT_TO_UNIT,
        "protected": say.sentence(PROTECTED),
        "asks": {field: say.sentence(LABELS[field]) for field in ASKED_HER},
        "interpreter_says": [say.sentence(each) for each in INTERPRETER],
        "declarers": say.choices(DECLARERS),
        "authorities": [each for each in say.choices(AUTHORITIES) if each[0] != Authority.NONE],
        "violent": choices(VIOLENT),
        "forms": say.choices(ALL_FORMS),
        "receipts": say.choices(RECEIPTS),
        "latest": today() + configuration.limits.consent,
    }


def _nameable() -> list[tuple[UUID, str]]:
    """Return the organisations outside that may be told something now."""
    return [(each.id, each.name) for each in known_partners(current.work()) if each.runs]


def drawer_units() -> list[Unit]:
    """Return the units that can tell each other of her, by name."""
    return [unit for unit in current.units() if unit.kind is not UnitKind.OVERSIGHT]


def labels_of(named: Words) -> dict[str, str]:
    """Return what each field is called where something is wrong with it."""
    categories = named.configuration.categories
    return {
        **{answer_field(key): named.label(each.labels) for key, each in categories.items()},
        **{field: gettext(label) for field, label in LABELS.items()},
    }
