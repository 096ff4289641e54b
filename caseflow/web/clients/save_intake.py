"""Save an intake form: all of it or nothing, and nothing that was typed is lost."""

from dataclasses import replace
from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records import save_intake
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.questions.answer_types import Kind
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.web.clients.answer_form import ANOTHER_ROW, ATTACH, CONFIRMED, schema_of, told_anew
from caseflow.web.clients.intake_page import asked_here, intake_page
from caseflow.web.clients.refusals import refused_act
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to


@policy(Permission.WRITE_FACT)
def send_intake(client: UUID) -> Response:
    """Write what is new and what is still true, or show the form with every problem."""
    asked = asked_here()
    form = read_form(schema_of(asked))
    if form.problems or form.typed.get(ANOTHER_ROW):
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
            return lead_to(_next(client, asked, form.typed.get(ATTACH, ""), answer.value))


def _next(client: UUID, asked: tuple[Question, ...], attach: str, saved: int) -> str:
    """Return where it goes on: to the file that she wants to bring, else to the form."""
    if any(each.key == attach and each.type.of_kind(Kind.FILE) for each in asked):
        return url_for("web.new_document", client=client, question=attach)
    return url_for("web.intake", client=client, saved=saved)
