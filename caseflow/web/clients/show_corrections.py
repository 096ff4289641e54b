"""Show what she says is not so, and let somebody choose the piece that she says it of."""

from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records import open_story
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.client_frame import client_page, frame_of
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.said_pieces import said_pieces


@policy(Permission.WRITE_FACT)
def show_corrections(client: UUID) -> Response:
    """Show her words, those that wait first, and the pieces that take a word of hers."""
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
    )
