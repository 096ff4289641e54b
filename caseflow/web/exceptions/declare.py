"""Declare another lawful exception, and show what the unit has declared about a client."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.exceptions import (
    SAID,
    ExceptionalGround,
    declare_exception,
    guarded,
    list_exceptions,
)
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import gettext
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import names_of
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.questions.days import read_day
from caseflow.vocabulary.questions.faults import Fault
from caseflow.vocabulary.units import UnitKind
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.exceptions.exception_words import (
    KINDS,
    exception_state_name,
    kind_name,
    text_labels,
)
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import last_day, moment, today
from caseflow.web.shell import lead_to, page

if TYPE_CHECKING:
    from caseflow.exceptions import ExceptionView

LONGEST = 4000
USUAL_PURPOSE = "case_work"  # the pages read for it; programs name others


class Declare(InSchema):
    """The ground with its texts, and what it is to open."""

    kind = Line(most=40, required=False)
    indications = Line(most=LONGEST, required=False)
    parents = Line(most=LONGEST, required=False)
    advice = Line(most=LONGEST, required=False)
    own_means = Line(most=LONGEST, required=False)
    prior_notice = Line(most=LONGEST, required=False)
    issuer = Line(most=LONGEST, required=False)
    reference = Line(most=LONGEST, required=False)
    issued_on = Line(required=False)
    scope = Line(most=LONGEST, required=False)
    from_units = fields.List(fields.UUID(), load_default=list)
    categories = fields.List(fields.String(), load_default=list)
    expressly = fields.List(fields.String(), load_default=list)
    purpose = Line(most=60, required=False)
    until = Line(required=False)


@policy(Permission.DECLARE_EXCEPTION)
def show_exception_form(client: UUID) -> Response:
    """Show the form alike for every client, known or not."""
    return _show(client, Form({"purpose": USUAL_PURPOSE}))


@policy(Permission.DECLARE_EXCEPTION)
def send_exception(client: UUID) -> Response:
    """Record what is declared; it opens nothing until a second person has agreed."""
    form = read_form(Declare())
    problems: list[Problem] = []
    days = {name: _day(form.values, name, problems) for name in ("until", "issued_on")}
    if form.problems or problems:
        return _show(client, form.but(*problems))
    ground = _ground(form.values, days)
    answer = declare_exception(current.work(), current.actor(), client, ground)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems=found):
            return _show(client, form.but(*found))
        case Done():
            return lead_to(url_for("web.client_exceptions", client=client))


@policy(Permission.DECLARE_EXCEPTION)
def show_client_exceptions(client: UUID) -> Response:
    """Show what her unit has declared about this client."""
    answer = list_exceptions(current.work(), current.actor(), client)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "exceptions/list.html",
        client_id=client,
        exceptions=answer.value,
        staff=people_of(answer.value),
        words=words(),
        kind_name=kind_name,
        state_name=exception_state_name,
        last_day=last_day,
        moment=moment,
    )


def people_of(views: "tuple[ExceptionView, ...]") -> dict[UUID, str]:
    """Return the names of those who declared and agreed."""
    people = {each.declared_by for each in views}
    people |= {agreed.by for each in views for agreed in each.agreements}
    return names_of(current.work(), people)


def _day(values: Mapping[str, Any], field: str, problems: list[Problem]) -> date | None:
    day = read_day(values[field]) if values.get(field) else None
    if isinstance(day, Fault):
        problems.append(Problem(field, day.code, dict(day.values)))
        return None
    return day


def _ground(values: Mapping[str, Any], days: Mapping[str, date | None]) -> ExceptionalGround:
    texts = {name for names in SAID.values() for name in names}
    return ExceptionalGround(
        kind=values.get("kind", ""),
        said={name: values.get(name, "") for name in texts},
        from_units=frozenset(values["from_units"]),
        categories=frozenset(values["categories"]),
        expressly=frozenset(values["expressly"]),
        purpose=values.get("purpose", ""),
        **days,
    )


def _show(client: UUID, form: Form) -> Response:
    named, actor = words(), current.actor()
    configuration, limits = named.configuration, current.work().configuration.limits
    apart = guarded(configuration)
    ordinary = frozenset(configuration.categories) - configuration.closed_categories - apart
    others = [
        (unit.id, unit.name)
        for unit in current.units()
        if unit.kind is not UnitKind.OVERSIGHT and unit.id != actor.unit
    ]
    return page(
        "exceptions/form.html",
        422 if form.problems else 200,
        client_id=client,
        form=form,
        words=named,
        kinds=[(key, gettext(name)) for key, name in KINDS.items()],
        texts=text_labels(),
        said=SAID,
        units=others,
        categories=named.in_order(ordinary),
        expressly=named.in_order(apart),
        purposes=[(key, named.label(each.labels)) for key, each in configuration.purposes.items()],
        usual=named.day(today() + limits.exception),
        latest=named.day(today() + limits.longest_exception),
    )
