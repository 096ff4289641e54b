"""Ask one question on one page: the form of a consent, step by step, or all of it at once."""

from uuid import UUID

from flask import Response, request

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import mark
from caseflow.vocabulary.permissions import Permission
from caseflow.web.consents.consent_form import (
    desk_values,
    form_page,
    language_page,
    said_by,
)
from caseflow.web.consents.form_fields import AT
from caseflow.web.consents.questions import (
    FIRST,
    LANGUAGE,
    Asking,
    first_wrong,
    place_of,
    problems_at,
    questions,
)
from caseflow.web.consents.resume import keep, kept_before
from caseflow.web.forms import Form
from caseflow.web.shell import page

GO_ON, GO_BACK = mark("Go on"), mark("Go back")


@policy(Permission.RECORD_CONSENT)
def show_consent_form(client: UUID) -> Response:
    """Show the first question alike for every client, known or not: it says nothing of her.

    Nothing is chosen beforehand, the language first of all. Whoever knows the form well may have
    all questions on one page; who began one and was interrupted goes on with it.
    """
    typed = {name: request.args.get(name, "") for name in ("language", "outside")}
    before = kept_before(client)
    if before is not None:
        return before
    if typed["language"] and not request.args.get("whole"):
        typed[AT] = FIRST
    return ask_again(client, Form(typed))


def ask_again(client: UUID, form: Form) -> Response:
    """Return the form with what is wrong: the first question that is, or the page of all."""
    if AT not in form.typed:
        keep(form)
        return form_page(client, form)
    asked = questions(current.work().configuration, form.typed)
    if not form.problems or form.only_shown:
        return question_page(client, form, asked[place_of(asked, form.typed[AT])])
    wrong = first_wrong(asked, form.problems)
    mine = problems_at(wrong, form.problems) or form.problems
    return question_page(client, Form(form.typed, form.values, mine), wrong)


def question_page(client: UUID, form: Form, asking: Asking) -> Response:
    """Return the page of one question; whatever else was typed is held on it."""
    keep(form, asking.key)
    say = said_by(form)
    if say is None or asking.key == LANGUAGE:
        return language_page(client, form)
    asked = questions(current.work().configuration, form.typed)
    return page(
        "consents/question.html",
        422 if form.problems else 200,
        asking=asking,
        number=place_of(asked, asking.key) + 1,
        of=len(asked),
        go_on=say.sentence(GO_ON),
        go_back=say.sentence(GO_BACK),
        points=[each for each in say.points() if each.key in asking.points],
        **desk_values(client, form, say),
    )
