"""Show the summary that she has approved; of her own unit's, with what stood there before."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records import open_summary
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, frame_of
from caseflow.web.clients.refusals import for_reason, refused_sight


@policy(Permission.READ_FACTS)
def show_versions(client: UUID) -> Response:
    """Show each paragraph, with its former versions to the unit that keeps them."""
    return _show(client, "")


@policy(Permission.READ_FACTS)
def send_versions(client: UUID) -> Response:
    """Show those of a closed case for a reason."""
    return for_reason(partial(_show, client))


def _show(client: UUID, reason: str) -> Response:
    answer = open_summary(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    frame = frame_of(answer.value.overview, reason)
    own_unit = current.actor().unit
    return client_page(frame, "versions.html", summary=answer.value, own_unit=own_unit)
