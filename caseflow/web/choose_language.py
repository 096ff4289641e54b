"""Change the language of the pages."""

from flask import Response

from caseflow.http import current
from caseflow.http.cookies import cookies_here
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.vocabulary.permissions import Permission
from caseflow.web.error_pages import local_path, not_found
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to


class ChooseLanguage(InSchema):
    """A language, and the page to come back to."""

    language = Line(most=20)
    next = Line(most=2000, required=False)


@policy(Permission.PUBLIC)
def send_language() -> Response:
    """Speak the chosen language in this browser from now on."""
    form = read_form(ChooseLanguage())
    offered = current.work().configuration.languages
    if form.problems or form.values["language"] not in offered:
        return not_found()
    response = lead_to(local_path(form.values.get("next")))
    cookies_here().give_language(response, form.values["language"])
    return response
