"""Say that a withdrawal has taken effect, with her receipt for the printer."""

from uuid import UUID

from flask import Response

from caseflow.consents import Withdrawn
from caseflow.web.clients.words import words
from caseflow.web.moments import moment
from caseflow.web.shell import page


def withdrawn_page(client: UUID, withdrawn: Withdrawn) -> Response:
    """Return what the unit may know of it; all that was read stands on the printed sheet only."""
    return page(
        "consents/withdrawn.html",
        client_id=client,
        withdrawn=withdrawn,
        words=words(),
        moment=moment,
    )
