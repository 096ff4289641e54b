"""Go on to the next question, back to the one before, or to any other that is asked for."""

from collections.abc import Sequence
from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.vocabulary.answers import Problem
from caseflow.web.consents.form_fields import AT, GO
from caseflow.web.consents.question_page import question_page
from caseflow.web.consents.questions import LANGUAGE, place_of, problems_at, questions
from caseflow.web.consents.read_once_more import unread
from caseflow.web.forms import Form

BACK = "back"


def turn_page(client: UUID, form: Form, problems: Sequence[Problem]) -> Response | None:
    """Return the page that follows; None behind the last question.

    Nobody is held up on the way back: what is wrong there is found on the way forward.
    """
    asked = questions(current.work().configuration, form.typed)
    if form.typed[AT] == LANGUAGE:
        form = unread(form)
    here = place_of(asked, form.typed[AT])
    if form.typed.get(GO):
        return question_page(client, form, asked[place_of(asked, form.typed[GO])])
    if form.typed.get("step") == BACK:
        return question_page(client, form, asked[max(here - 1, 0)])
    wrong = problems_at(asked[here], problems)
    if wrong:
        return question_page(client, form.but(*wrong), asked[here])
    return question_page(client, form, asked[here + 1]) if here + 1 < len(asked) else None
