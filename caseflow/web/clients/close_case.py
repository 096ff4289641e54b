"""Close a case, with a reason or without one."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.schemas import InSchema, Line
from caseflow.records import close_case
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.show_case import case_page
from caseflow.web.forms import read_part
from caseflow.web.shell import lead_to


class CloseCase(InSchema):
    """Why it is closed, if somebody wants to say so."""

    reason = Line(most=2000, required=False)


@policy(Permission.MANAGE_CASE)
def send_close_case(client: UUID, case: UUID) -> Response:
    """Close the case and go to the work list, where she no longer stands."""
    form = read_part(CloseCase(), case)
    if form.problems:
        return case_page(client, form=form)
    reason = form.values.get("reason", "")
    answer = close_case(current.work(), current.actor(), case, reason, client)
    if isinstance(answer, Refused):
        return refused_act(answer)
    return lead_to(url_for("web.work_list"))
