"""Show officers what a restore has brought back, and let them say that sharing may go on."""

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema
from caseflow.oversight import confirm_restored, show_restored
from caseflow.vocabulary.answers import Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act, refused_sight
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import moment
from caseflow.web.shell import lead_to, page


class Compared(InSchema):
    """That she has compared."""

    compared = fields.Boolean(load_default=False)


@policy(Permission.REVIEW_LOG)
def show_restore() -> Response:
    """Show the last restore, with the question whether everything was compared."""
    return _show(Form())


@policy(Permission.REVIEW_LOG)
def send_restore() -> Response:
    """Let sharing go on, and show that it does."""
    form = read_form(Compared())
    if not form.problems and not form.values["compared"]:
        form = form.but(Problem("compared", "compare_first"))
    if form.problems:
        return _show(form)
    answer = confirm_restored(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_act(answer)
    return lead_to(url_for("web.restored"))


def _show(form: Form) -> Response:
    answer = show_restored(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "oversight/restored.html",
        422 if form.problems else 200,
        form=form,
        restored=answer.value,
        moment=moment,
    )
