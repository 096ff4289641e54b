"""Admit a person after her six words were compared, and end a membership."""

from collections.abc import Iterable
from uuid import UUID

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.http.sentences import role_name
from caseflow.identity import admit, colleagues, end_membership, names_of, words_of
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.units import UnitKind
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class Admit(InSchema):
    """The role, and that the words were compared."""

    role = Line(most=20, required=False)
    compared = fields.Boolean(load_default=False)


class End(InSchema):
    """Nothing but the wish."""


@policy(Permission.ADMIT_STAFF)
def show_admission(staff: UUID) -> Response:
    """Show the six words of her key; nothing is ticked beforehand."""
    return _show(staff, Form())


@policy(Permission.ADMIT_STAFF)
def send_admission(staff: UUID) -> Response:
    """Admit her to the unit; the key that this hands out is the admission."""
    form = read_form(Admit())
    problems = tuple(_missing(form))
    if form.problems or problems:
        return _show(staff, form.but(*problems))
    answer = admit(current.work(), current.actor(), staff, Role(form.values["role"]))
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(found):
            return _show(staff, form.but(*found))
        case Done():
            return lead_to(url_for("web.staff"))


@policy(Permission.ADMIT_STAFF)
def show_end(membership: UUID) -> Response:
    """Ask once whether the membership ends."""
    return _ask(membership, Form())


@policy(Permission.ADMIT_STAFF)
def send_end(membership: UUID) -> Response:
    """End the membership: the unit gets a key that she does not have."""
    form = read_form(End())
    answer = end_membership(current.work(), current.actor(), membership)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _ask(membership, form.but(*problems))
        case Done():
            own = answer.value == current.actor().staff
            return lead_to(url_for("web.work_list" if own else "web.staff"))


def _missing(form: Form) -> Iterable[Problem]:
    if not form.values.get("compared"):
        yield Problem("compared", "not_compared")
    if form.values.get("role", "") not in _roles():
        yield Problem("role", "not_a_choice")


def _roles() -> list[Role]:
    """Return the roles that the unit has: oversight has officers and nobody else."""
    membership = current.membership()
    oversight = membership is not None and membership.unit.kind is UnitKind.OVERSIGHT
    return [role for role in Role if (role is Role.OFFICER) == oversight]


def _show(staff: UUID, form: Form) -> Response:
    name = names_of(current.work(), [staff]).get(staff)
    six_words = words_of(current.work(), staff)
    if name is None or six_words is None:
        return not_found()
    return page(
        "staff/admission.html",
        422 if form.problems else 200,
        form=form,
        name=name,
        six_words=six_words,
        roles=[(role.value, role_name(role)) for role in _roles()],
    )


def _ask(membership: UUID, form: Form) -> Response:
    members = colleagues(current.work(), current.actor().unit)
    found = next((each for each in members if each.membership == membership), None)
    if found is None:
        return not_found()
    return page("staff/end.html", 422 if form.problems else 200, form=form, member=found)
