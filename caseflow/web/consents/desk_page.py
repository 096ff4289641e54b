"""Show what can be recorded for a client who is at the desk; nothing of her is shown."""

from uuid import UUID

from flask import Response

from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.permissions import Permission
from caseflow.web.shell import page


@policy(Permission.MEMBER)
def show_desk(client: UUID) -> Response:
    """Show the ways that a desk leaves open, alike for every client, known or not."""
    return page("consents/desk_page.html", client_id=client)
