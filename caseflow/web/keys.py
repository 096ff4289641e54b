"""Switch the keys of the pages on and off in this browser (WCAG 2.2, 2.1.4)."""

from flask import Response, url_for
from marshmallow import fields

from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.factor_door import without_factor
from caseflow.http.schemas import InSchema, one_of
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import not_found
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to


class Keys(InSchema):
    """Whether keys do something."""

    keys = fields.String(required=True, validate=one_of(("on", "off")))


@policy(Permission.LOGGED_IN)
@without_factor
def send_keys() -> Response:
    """Let keys draw the curtain and leave in this browser, or let them do nothing."""
    form = read_form(Keys())
    if form.problems:
        return not_found()
    response = lead_to(url_for("web.sessions"))
    cookies_here().give_keys(response, switched_on=form.values["keys"] == "on")
    return response
