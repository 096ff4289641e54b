"""Keep the list of organisations outside: what they are, and what was agreed with them."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from flask import Response, url_for

from caseflow.consents import known_partners
from caseflow.disclosures import PartnerSaid, add_partner, change_partner, end_partner
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.partners import Partner
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.questions.days import read_day
from caseflow.vocabulary.questions.faults import Fault
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.words import words
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page

LONGEST = 4000
TEXTS = ("name", "kind", "telephone", "email", "duties")


class Keep(InSchema):
    """What is known of an organisation."""

    name = Line(required=False)
    kind = Line(most=60, required=False)
    postal_address = Line(most=500, required=False)
    telephone = Line(most=60, required=False)
    email = Line(most=254, required=False)
    agreed_from = Line(required=False)
    agreed_until = Line(required=False)
    duties = Line(most=LONGEST, required=False)


@policy(Permission.KEEP_PARTNERS)
def show_partners() -> Response:
    """List the organisations, those that have ended too."""
    return page("disclosures/partners.html", partners=known_partners(current.work()), words=words())


@policy(Permission.KEEP_PARTNERS)
def show_new_partner() -> Response:
    """Show the empty form."""
    return _form(None, Form())


@policy(Permission.KEEP_PARTNERS)
def send_new_partner() -> Response:
    """Add an organisation."""
    form, said = _read()
    if said is None:
        return _form(None, form)
    return _answered(add_partner(current.work(), current.actor(), said), None, form)


@policy(Permission.KEEP_PARTNERS)
def show_partner(partner: UUID) -> Response:
    """Show what is known of an organisation, to change it."""
    found = _found(partner)
    return not_found() if found is None else _form(found, Form(_typed(found)))


@policy(Permission.KEEP_PARTNERS)
def send_partner(partner: UUID) -> Response:
    """Change it; what was told before stays as it was told."""
    form, said = _read()
    found = _found(partner)
    if said is None:
        return not_found() if found is None else _form(found, form)
    answer = change_partner(current.work(), current.actor(), partner, said)
    return _answered(answer, found, form)


@policy(Permission.KEEP_PARTNERS)
def send_end_of_partner(partner: UUID) -> Response:
    """End the cooperation at once."""
    answer = end_partner(current.work(), current.actor(), partner)
    return refused_act(answer) if isinstance(answer, Refused) else lead_to(url_for("web.partners"))


def _found(partner: UUID) -> Partner | None:
    return next((each for each in known_partners(current.work()) if each.id == partner), None)


def _answered(
    answer: Done[UUID] | Invalid | Refused, partner: Partner | None, form: Form
) -> Response:
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _form(partner, form.but(*problems))
        case Done():
            return lead_to(url_for("web.partners"))


def _read() -> tuple[Form, PartnerSaid | None]:
    """Return the form, and what it says where all of it can be read."""
    form = read_form(Keep())
    problems: list[Problem] = []
    days = {name: _day(form.values, name, problems) for name in ("agreed_from", "agreed_until")}
    if form.problems or problems:
        return form.but(*problems), None
    texts = {name: form.values.get(name, "") for name in TEXTS}
    said = PartnerSaid(
        address=form.values.get("postal_address", ""),
        agreed_from=days["agreed_from"],
        agreed_until=days["agreed_until"],
        **texts,
    )
    return form, said


def _day(values: Mapping[str, Any], field: str, problems: list[Problem]) -> date | None:
    day = read_day(values[field]) if values.get(field) else None
    if isinstance(day, Fault):
        problems.append(Problem(field, day.code, dict(day.values)))
        return None
    return day


def _typed(partner: Partner) -> dict[str, Any]:
    until = partner.agreed_until
    return {
        "name": partner.name,
        "kind": partner.kind,
        "postal_address": partner.address,
        "telephone": partner.telephone,
        "email": partner.email,
        "duties": partner.duties,
        "agreed_from": partner.agreed_from.strftime("%d.%m.%Y"),
        "agreed_until": "" if until is None else until.strftime("%d.%m.%Y"),
    }


def _form(partner: Partner | None, form: Form) -> Response:
    named = words()
    kinds = named.configuration.partner_kinds
    return page(
        "disclosures/partner.html",
        422 if form.problems else 200,
        partner=partner,
        form=form,
        kinds=[(key, named.label(each.labels)) for key, each in kinds.items()],
    )
