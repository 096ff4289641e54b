"""Receive a new client: with a name or without one, and with what she tells at first."""

from dataclasses import replace

from flask import Response, url_for
from marshmallow import fields

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema
from caseflow.records import IntakeQuestion, create_client
from caseflow.vocabulary.answers import Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.web.clients.answer_form import answer_value, held_answer, schema_of
from caseflow.web.clients.intake_page import asked_here
from caseflow.web.clients.question_view import question_view
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.show_story import NAME
from caseflow.web.clients.words import words
from caseflow.web.forms import Form, read_form
from caseflow.web.shell import lead_to, page

# What a desk must know before anything else: whom it speaks with, how, and what is safe.
FIRST_WORDS = (
    NAME,
    "form_of_address",
    "mother_tongue",
    "interpreter_need",
    "safe_phone",
    "safe_contact_rules",
)
ANONYMOUS = "anonymous"


@policy(Permission.CREATE_CLIENT)
def show_new_client() -> Response:
    """Show the empty form."""
    return _show(Form())


@policy(Permission.CREATE_CLIENT)
def send_new_client() -> Response:
    """Create the client and show her code, or show the form with every problem."""
    asked = _first_questions()
    form = read_form(_schema(asked))
    held = {each.key: held_answer(each, form.typed) for each in asked}
    anonymous = bool(form.values.get(ANONYMOUS))
    if not form.problems and not held.get(NAME) and not anonymous:
        form = form.but(Problem(NAME, "named_and_anonymous"))
    if form.problems:
        return _show(form)
    facts = {each.key: answer_value(each, held[each.key]) for each in asked if held[each.key]}
    answer = create_client(current.work(), current.actor(), facts, anonymous=anonymous)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(replace(form, problems=problems))
        case _:
            return lead_to(url_for("web.client", client=answer.value.id))


def _first_questions() -> list[Question]:
    return [each for each in asked_here() if each.key in FIRST_WORDS]


def _schema(asked: list[Question]) -> InSchema:
    schema = schema_of(asked)
    schema.fields[ANONYMOUS] = schema.load_fields[ANONYMOUS] = fields.Boolean()
    return schema


def _show(form: Form) -> Response:
    named = words()
    views = [
        question_view(each, IntakeQuestion(each.key, later=False), form, named)
        for each in _first_questions()
    ]
    labels = {view.key: view.label for view in views}
    status = 422 if form.problems else 200
    return page(
        "clients/new_client.html", status, form=form, questions=views, labels=labels, words=named
    )
