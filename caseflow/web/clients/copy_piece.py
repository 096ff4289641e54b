"""Copy an entry or an answer of another unit into the acting unit's own record."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import copy_answer, copy_entry
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id, read_id
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import not_found
from caseflow.web.forms import read_form
from caseflow.web.shell import lead_to


class Wanted(InSchema):
    """Which entry, or the answer to which question; the story names one of both."""

    entry = Line(most=100, required=False)
    question = Line(most=100, required=False)


@policy(Permission.WRITE_ENTRY)
def send_copy(client: UUID) -> Response:
    """Copy it and come back to the story."""
    form = read_form(Wanted())
    if form.problems:
        return not_found()
    work, actor, entry = current.work(), current.actor(), form.values.get("entry")
    if entry:
        answer = copy_entry(work, actor, client, read_id(entry) or new_id())
    else:
        answer = copy_answer(work, actor, client, form.values.get("question", ""))
    if isinstance(answer, Refused):
        return refused_act(answer)
    return lead_to(url_for("web.story", client=client))
