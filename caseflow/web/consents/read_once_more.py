"""Let her read a text once more that is another one than she has read so far."""

from dataclasses import replace
from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.vocabulary.answers import Problem
from caseflow.web.consents.consent_form import form_page, said_by
from caseflow.web.consents.form_fields import AT, REACHED, TEXT
from caseflow.web.consents.question_page import question_page
from caseflow.web.consents.questions import LANGUAGE, questions
from caseflow.web.forms import Form


def read_once_more(client: UUID, form: Form) -> Response | None:
    """Return the page from which she reads it once more; None where it is the text she has read.

    It may have another version since a consent was begun, by a server that was started again.
    """
    known, say = form.typed.get(TEXT, ""), said_by(form)
    if say is None or known in {"", say.text.text_hash} or form.typed.get(AT) == LANGUAGE:
        return None
    form = unread(form).but(Problem(TEXT, "text_is_new"))
    if AT not in form.typed:
        return form_page(client, form)
    return question_page(client, form, questions(current.work().configuration, form.typed)[1])


def unread(form: Form) -> Form:
    """Return the form of somebody who has not read the text as it is shown to her now.

    She may go through all of it quickly, as answered as it is, but not past it: what is recorded
    is the text that she was shown.
    """
    typed = {name: said for name, said in form.typed.items() if name != REACHED}
    return replace(form, typed=typed)
