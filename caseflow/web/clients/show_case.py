"""Show the unit's cases of a client, and who works on them."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.identity import colleagues, names_of
from caseflow.records import list_cases
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, enter
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.forms import Form
from caseflow.web.moments import day_of


@policy(Permission.MEMBER)
def show_case(client: UUID) -> Response:
    """Show the cases of her unit."""
    return case_page(client)


@policy(Permission.MEMBER)
def send_case(client: UUID) -> Response:
    """Show closed cases for a reason."""
    return for_reason(partial(case_page, client))


def case_page(client: UUID, reason: str = "", form: Form | None = None) -> Response:
    """Return the page of the cases, with a form that is wrong if there is one."""
    frame = enter(client, reason)
    if isinstance(frame, Response):
        return frame
    work, actor = current.work(), current.actor()
    answer = list_cases(work, actor, client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    staff = {each for case in answer.value for each in (*case.assigned, case.opened_by)}
    return client_page(
        frame,
        "case.html",
        422 if form else 200,
        form=form or Form(),
        cases=answer.value,
        names=names_of(work, staff),
        members=colleagues(work, actor.unit),
        day_of=day_of,
    )
