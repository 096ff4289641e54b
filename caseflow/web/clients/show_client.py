"""Show a client's first page: her code, what is open, and why."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, enter
from caseflow.web.clients.her_appointments import next_appointments
from caseflow.web.clients.refusals import for_reason
from caseflow.web.shown_hours import shown_hours


@policy(Permission.MEMBER)
def show_client(client: UUID) -> Response:
    """Show what is open of her, without opening a field but the hours that lie ahead."""
    return _show(client, "")


@policy(Permission.MEMBER)
def send_client(client: UUID) -> Response:
    """Show a closed case for a reason."""
    return for_reason(partial(_show, client))


def _show(client: UUID, reason: str) -> Response:
    frame = enter(client, reason)
    if isinstance(frame, Response):
        return frame
    return client_page(
        frame,
        "client_overview.html",
        appointments=next_appointments(frame),
        shown_hours=shown_hours,
    )
