"""Show how a client may be reached, and ask which letter is to be written, and to whom."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.consents import list_consents
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.language import language
from caseflow.letters import show_ways
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.letters import Addressee
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.disclosures.list_page import running
from caseflow.web.letters.shown_ways import named_rules, shown_ways
from caseflow.web.shell import page


@policy(Permission.WRITE_ENTRY)
def show_letters(client: UUID) -> Response:
    """Show the ways to her before anything is written."""
    return _show(client, "")


@policy(Permission.WRITE_ENTRY)
def send_letters(client: UUID) -> Response:
    """Show the ways of a closed case for a reason, which stands in no address."""
    return for_reason(partial(_show, client))


def _show(client: UUID, reason: str) -> Response:
    frame = enter(client, reason)
    if isinstance(frame, Response):
        return frame
    work, actor = current.work(), current.actor()
    answer = show_ways(work, actor, client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    consents = list_consents(work, actor, client, reason)
    given = () if isinstance(consents, Refused) else consents.value
    letters = work.configuration.letters.values()
    return page(
        "letters/choose.html",
        client=frame,
        words=words(outside=True),
        ways=shown_ways(answer.value),
        told=answer.value,
        rules=named_rules(answer.value, language()),
        to_her=[each for each in letters if Addressee.CLIENT in each.to],
        outside=[each for each in letters if Addressee.OUTSIDE in each.to],
        consents=list(running(given)),
        spoken=language(),
    )
