"""Save an intake form: all of it or nothing, and nothing that was typed is lost."""

from dataclasses import replace
from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records import save_intake
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.answer_form import CONFIRMED, schema_of, told_anew
from caseflow.web.clients.intake_page import asked_here, intake_page
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to


@policy(Permission.WRITE_FACT)
def send_intake(client: UUID) -> Response:
    """Write what is new and what is still true, or show the form with every problem."""
    asked = asked_here()
    form = read_form(schema_of(asked))
    if form.problems:
        return intake_page(client, sent=form)
    told = told_anew(asked, form.typed)
    still_true = set(form.typed.get(CONFIRMED, ()))
    answer = save_intake(current.work(), current.actor(), client, told, still_true)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return intake_page(client, sent=replace(form, problems=problems))
        case _:
            return lead_to(url_for("web.intake", client=client, saved=answer.value))
