"""Show one's own second factors, give one up, and make new recovery codes."""

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor, without_factor
from caseflow.http.schemas import InSchema
from caseflow.identity import list_factors, remove_factor, renew_recovery_codes
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.shell import lead_to, page


class RemoveFactor(InSchema):
    """Which factor is given up."""

    factor = fields.UUID(required=True)


@policy(Permission.LOGGED_IN)
@without_factor
@fresh_factor
def show_factors() -> Response:
    """Show what she has, and what she can set up."""
    return factors_page(Form())


@policy(Permission.LOGGED_IN)
@fresh_factor
def send_remove_factor() -> Response:
    """Give one up, as long as another one stays."""
    form = read_form(RemoveFactor())
    if form.problems:
        return not_found()
    answer = remove_factor(current.work(), whoever(), form.values["factor"])
    if isinstance(answer, Refused):
        return not_found()
    if isinstance(answer, Invalid):
        return factors_page(form.but(*answer.problems))
    return lead_to(url_for("web.factors"))


@policy(Permission.LOGGED_IN)
@fresh_factor
def send_renew_recovery_codes() -> Response:
    """Make ten new recovery codes, and show them this once."""
    answer = renew_recovery_codes(current.work(), whoever())
    if isinstance(answer, Refused):
        return not_found()
    return page("factors/recovery_codes.html", codes=answer.value)


def factors_page(form: Form) -> Response:
    """Return the page of her factors."""
    who = whoever()
    found = list_factors(current.work(), who)
    return page(
        "factors/factors.html",
        422 if form.problems else 200,
        form=form,
        factors=found,
        needed=not found.shown,
        moment=moment,
    )


def whoever() -> Actor | Person:
    """Return who is logged in, in a unit or in none."""
    who = current.who()
    if who is None:
        raise TypeError("the policy of this page admits nobody who is not logged in")
    return who
