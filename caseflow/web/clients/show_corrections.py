"""Show what she says is not so, and let somebody choose the piece that she says it of."""

from functools import partial
from uuid import UUID

from flask import Response

from caseflow.disclosures import DisclosureView, list_disclosures
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.identity import may
from caseflow.records import open_story
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, frame_of
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.clients.said_pieces import said_pieces
from caseflow.web.clients.words import words
from caseflow.web.moments import moment


@policy(Permission.WRITE_FACT)
def show_corrections(client: UUID) -> Response:
    """Show her words, those that wait first, and the pieces that take a word of hers.

    Above them stand the partners outside that were told what was changed since.
    """
    return _show(client, "")


@policy(Permission.WRITE_FACT)
def send_corrections(client: UUID) -> Response:
    """Show those of a closed case for a reason, which stands in no address."""
    return for_reason(partial(_show, client))


def _show(client: UUID, reason: str) -> Response:
    actor = current.actor()
    answer = open_story(current.work(), actor, client, reason=reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    frame = frame_of(answer.value.overview, reason)
    pieces = said_pieces(answer.value, frame.words)
    spoken = sorted((each for each in pieces if each.her_words), key=lambda each: not each.is_open)
    return client_page(
        frame,
        "corrections.html",
        spoken=spoken,
        pieces=[each for each in pieces if each.takes_words],
        own_unit=actor.unit,
        to_be_retold=_to_be_retold(client, reason) if frame.corrigible else [],
        outside=words(outside=True),
        moment=moment,
    )


def _to_be_retold(client: UUID, reason: str) -> list[DisclosureView]:
    """Return what was told outside and stands otherwise now, where her role tells anything.

    Whoever reads in an emergency without a case is not asked for: the log would name a refusal.
    """
    if not may(current.actor(), Permission.DISCLOSE):
        return []
    answer = list_disclosures(current.work(), current.actor(), client, reason)
    told = () if isinstance(answer, Refused) else answer.value
    return [each for each in told if each.is_to_be_retold]
