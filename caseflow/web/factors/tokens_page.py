"""Show the tokens of one's own programs, make one, and revoke one."""

from dataclasses import replace

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor
from caseflow.http.schemas import InSchema, Line
from caseflow.http.sentences import role_name
from caseflow.identity import (
    NewToken,
    list_tokens,
    make_token,
    revoke_token,
)
from caseflow.vocabulary.actors import WITHIN, Role
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id, read_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.factors.factors_page import whoever
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment, shown_day
from caseflow.web.shell import lead_to, page

_USUAL_DAYS = 90
_MOST_OF_A_PLACE = 80  # characters: an id and a role


class MakeToken(InSchema):
    """What a program is called, where it acts as what, and for how many days."""

    name = Line(most=80)
    place = Line(most=_MOST_OF_A_PLACE)  # membership and role, with a blank between
    days = fields.Integer(required=True)


class RevokeToken(InSchema):
    """Which token leads nowhere any more."""

    token = fields.UUID(required=True)


@policy(Permission.LOGGED_IN)
@fresh_factor
def show_tokens() -> Response:
    """Show what her programs act by, and let her make a further token."""
    return _show(Form({"days": str(_USUAL_DAYS)}))


@policy(Permission.LOGGED_IN)
@fresh_factor
def send_make_token() -> Response:
    """Make a token, and show it this once."""
    form = read_form(MakeToken())
    wanted = None if form.problems else _wanted(form)
    if wanted is None:
        return _show(form if form.problems else form.but(Problem("place", "not_a_choice")))
    match make_token(current.work(), whoever(), wanted):
        case Done(value=made):
            return page("factors/token.html", token=made.token, name=wanted.name)
        case Invalid(problems=problems):
            return _show(form.but(*(_at_place(each) for each in problems)))
        case Refused():
            return not_found()


@policy(Permission.LOGGED_IN)
def send_revoke_token() -> Response:
    """Revoke one of her tokens."""
    form = read_form(RevokeToken())
    if form.problems:
        return not_found()
    answer = revoke_token(current.work(), whoever(), form.values["token"])
    return not_found() if isinstance(answer, Refused) else lead_to(url_for("web.tokens"))


def _wanted(form: Form) -> NewToken | None:
    membership, _, role = form.values["place"].partition(" ")
    if role not in list(Role):
        return None
    return NewToken(
        form.values["name"], read_id(membership) or new_id(), Role(role), form.values["days"]
    )


def _at_place(problem: Problem) -> Problem:
    """Return a problem at the one field in which she chose both."""
    return replace(problem, field="place") if problem.field in {"unit", "role"} else problem


def _show(form: Form) -> Response:
    who = whoever()
    return page(
        "factors/tokens.html",
        422 if form.problems else 200,
        form=form,
        tokens=list_tokens(current.work(), who),
        ways=_ways(),
        has_factor=who.second_factor_at is not None,
        moment=moment,
        shown_day=shown_day,
    )


def _ways() -> list[tuple[str, str]]:
    """Return where a program of hers may act, and as what; her own role first."""
    return [
        (f"{each.id} {role.value}", f"{each.unit.name} ({role_name(role)})")
        for each in current.memberships()
        for role in reversed(WITHIN[each.role])
    ]
