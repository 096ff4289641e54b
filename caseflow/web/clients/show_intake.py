"""Show the intake form, filled in with what she has already told."""

from functools import partial
from uuid import UUID

from flask import Response, request

from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.intake_page import intake_page
from caseflow.web.clients.refusals import for_reason


@policy(Permission.READ_FACTS)
def show_intake(client: UUID) -> Response:
    """Show the form; after saving it says how many answers were kept."""
    return intake_page(client, saved=_number(request.args.get("saved", "")))


@policy(Permission.READ_FACTS)
def send_intake_reason(client: UUID) -> Response:
    """Show the form of a closed case for a reason, to be read only."""
    return for_reason(partial(intake_page, client))


def _number(text: str) -> str:
    return text if text.isascii() and text.isdecimal() and len(text) <= len("999") else ""
