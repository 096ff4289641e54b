"""Withdraw everything at once, without being shown what it was."""

from uuid import UUID

from flask import Response, request

from caseflow.consents import withdraw_everything
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.her_languages import her_languages
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.desk_again import at_desk, refused_at_desk
from caseflow.web.consents.withdrawn_page import withdrawn_page
from caseflow.web.shell import page


@policy(Permission.WITHDRAW_CONSENT)
def show_withdraw_everything(client: UUID) -> Response:
    """Ask once, alike for every client, known or not."""
    languages = her_languages(current.work().configuration)
    return page("consents/withdraw_everything.html", client_id=client, her_languages=languages)


@policy(Permission.WITHDRAW_CONSENT)
@at_desk
def send_withdraw_everything(client: UUID) -> Response:
    """Withdraw every consent of hers that is not over."""
    answer = withdraw_everything(current.work(), current.actor(), client)
    if isinstance(answer, Refused):
        return refused_at_desk(answer)
    return withdrawn_page(client, answer.value, request.form.get("language", ""))
