"""Set up a second factor: one-time codes by a first code, or a passkey."""

from uuid import UUID

import segno
from flask import Response, url_for
from markupsafe import Markup
from marshmallow import fields

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import fresh_factor, without_factor
from caseflow.http.schemas import InSchema, Line
from caseflow.identity import (
    Added,
    NewSecret,
    add_passkey,
    begin_codes,
    begin_passkey,
    codes_begun,
    confirm_codes,
)
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.factors.factors_page import factors_page, whoever
from caseflow.web.factors.sent_proof import site
from caseflow.web.factors.show_page import MOST_OF_A_PASSKEY, json_of
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page


class ConfirmCodes(InSchema):
    """The secret that waits, and a first code of it."""

    secret = fields.UUID(required=True)
    code = Line(most=40)


class AddPasskey(InSchema):
    """What the browser has made, and how she calls it."""

    name = Line(most=80)
    passkey = Line(most=MOST_OF_A_PASSKEY)


@policy(Permission.LOGGED_IN)
@without_factor
@fresh_factor
def send_begin_codes() -> Response:
    """Show a new secret, as text and as a pattern."""
    begun = begin_codes(current.work(), whoever())
    return not_found() if isinstance(begun, Refused) else _secret_page(begun, Form())


@policy(Permission.LOGGED_IN)
@without_factor
@fresh_factor
def send_confirm_codes() -> Response:
    """Let the first code confirm the secret; a wrong one shows it once more."""
    form = read_form(ConfirmCodes())
    if "secret" not in form.values:
        return lead_to(url_for("web.factors"))
    secret = form.values["secret"]
    match confirm_codes(current.work(), whoever(), secret, form.values["code"]):
        case Done(value=added):
            return added_page(added)
        case Invalid(problems=problems):
            return _secret_again(secret, *problems)
        case Refused(reason=Reason.TOO_MANY):
            return _secret_again(secret, Problem("code", "too_many_tries"))
        case Refused():
            return not_found()


@policy(Permission.LOGGED_IN)
@without_factor
@fresh_factor
def ask_new_passkey() -> Response:
    """Return what the browser is asked, to make a passkey."""
    asked = begin_passkey(current.work(), whoever(), site())
    return not_found() if asked is None else json_of(asked)


@policy(Permission.LOGGED_IN)
@without_factor
@fresh_factor
def send_add_passkey() -> Response:
    """Keep the passkey that the browser has made."""
    form = read_form(AddPasskey())
    named = Form({"name": form.typed.get("name", "")}, {}, form.problems)
    if form.problems:
        return factors_page(named)
    name, made = form.values["name"], form.values["passkey"]
    match add_passkey(current.work(), whoever(), name, made, site()):
        case Done(value=added):
            return added_page(added)
        case Invalid(problems=problems):
            return factors_page(named.but(*problems))
        case Refused():
            return not_found()


def _secret_again(secret: UUID, *problems: Problem) -> Response:
    begun = codes_begun(current.work(), whoever(), secret)
    if begun is None:
        return lead_to(url_for("web.factors"))
    return _secret_page(begun, Form(problems=problems))


def _secret_page(begun: NewSecret, form: Form) -> Response:
    return page(
        "factors/codes.html",
        422 if form.problems else 200,
        form=form,
        secret=begun.secret,
        secret_id=begun.id,
        pattern=_pattern(begun.address),
    )


def _pattern(address: str) -> Markup:
    """Return what an authenticator reads with its camera, as large as the page lets it be."""
    drawn = segno.make_qr(address, error="m").svg_inline(omitsize=True, border=4, light="#fff")
    # Drawn by us: squares only, none of the words in the address.
    return Markup(drawn)  # noqa: S704 - see above  # nosec B704


def added_page(added: Added) -> Response:
    """Lead on from a new factor: to the recovery codes, where it is her first."""
    if added.recovery_codes:
        response = page("factors/recovery_codes.html", codes=added.recovery_codes)
    else:
        response = lead_to(url_for("web.factors"))
    cookies_here().give_token(response, added.token)
    return response
