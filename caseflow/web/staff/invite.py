"""Invite a person, and show the link with which she sets her password: once, and never again."""

from flask import Response, request, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import endonym
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import Account, Invited, invite, names_of
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.words import words
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import day_of
from caseflow.web.shell import page


class Invite(InSchema):
    """Who gets an account."""

    email = Line(most=254)
    name = Line(most=200)
    language = Line(most=20, required=False)


class InviteAnybody(Invite):
    """Who gets an account, be it an administrator's."""

    administrator = fields.Boolean(load_default=False)


@policy(Permission.ADMIT_STAFF)
def show_invitation() -> Response:
    """Show a lead the empty form."""
    return _show(Form())


@policy(Permission.ADMIT_STAFF)
def send_invitation() -> Response:
    """Make an account whose person the lead will admit."""
    return _invite(read_form(Invite()))


@policy(Permission.ADMINISTER)
def show_new_account() -> Response:
    """Show an administrator the empty form."""
    return _show(Form())


@policy(Permission.ADMINISTER)
def send_new_account() -> Response:
    """Make an account, an administrator's if need be."""
    return _invite(read_form(InviteAnybody()))


def link_page(invited: Invited, back: str) -> Response:
    """Return the page with the link; it is shown once, and kept nowhere."""
    work = current.work()
    return page(
        "staff/link.html",
        whose=names_of(work, {invited.staff}).get(invited.staff, ""),
        back=back,
        link=url_for("web.join", token=invited.token, _external=True),
        words=words(),
        until=day_of(work.clock.now() + work.configuration.limits.invitation),
    )


def _invite(form: Form) -> Response:
    who = current.who()
    if who is None:
        return not_found()
    if form.problems:
        return _show(form)
    values = form.values
    account = Account(
        values["email"],
        values["name"],
        values.get("language", ""),
        administrator=values.get("administrator", False),
    )
    answer = invite(current.work(), who, account)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(form.but(*problems))
        case Done():
            back = "web.accounts" if _administers() else "web.staff"
            return link_page(answer.value, url_for(back))


def _show(form: Form) -> Response:
    configuration = current.work().configuration
    return page(
        "staff/invite.html",
        422 if form.problems else 200,
        form=form,
        administers=_administers(),
        offered=[(code, endonym(code)) for code in configuration.languages],
    )


def _administers() -> bool:
    return request.endpoint in {"web.new_account", "web.send_new_account"}
