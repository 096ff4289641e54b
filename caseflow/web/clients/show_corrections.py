"""Show what she says is not so, and let somebody choose the piece that she says it of."""

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
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.said_pieces import said_pieces
from caseflow.web.clients.words import words
from caseflow.web.moments import moment


@policy(Permission.WRITE_FACT)
def show_corrections(client: UUID) -> Response:
    """Show her words, those that wait first, and the pieces that take a word of hers.

    Above them stand the partners outside that were told what was changed since.
    """
    actor = current.actor()
    answer = open_story(current.work(), actor, client)
    if isinstance(answer, Refused):
        return refused_act(answer)
    frame = frame_of(answer.value.overview)
    pieces = said_pieces(answer.value, frame.words)
    spoken = sorted((each for each in pieces if each.her_words), key=lambda each: not each.is_open)
    return client_page(
        frame,
        "corrections.html",
        spoken=spoken,
        pieces=[each for each in pieces if each.takes_words],
        own_unit=actor.unit,
        to_be_retold=_to_be_retold(client),
        outside=words(outside=True),
        moment=moment,
    )


def _to_be_retold(client: UUID) -> list[DisclosureView]:
    """Return what was told outside and stands otherwise now, where her role tells anything."""
    if not may(current.actor(), Permission.DISCLOSE):
        return []
    answer = list_disclosures(current.work(), current.actor(), client)
    told = () if isinstance(answer, Refused) else answer.value
    return [each for each in told if each.is_to_be_retold]
