"""List what waits for the unit and what it has sent, and say where each of them stands."""

from flask import Response, request

from caseflow.handovers import Direction, list_handovers
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.identity import names_of
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import HandoverState
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.clients.words import words
from caseflow.web.handovers.handover_words import language_names, state_name, urgency_name
from caseflow.web.moments import day_of, moment
from caseflow.web.shell import page


@policy(Permission.HAND_OVER)
def show_handovers() -> Response:
    """Show one direction; whatever the address says beside `out` is what has come in."""
    direction = Direction.OUT if request.args.get("direction") == "out" else Direction.IN
    answer = list_handovers(current.work(), current.actor(), direction)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    people = {each.sent_by for each in answer.value}
    people |= {each.decided_by for each in answer.value if each.decided_by is not None}
    return page(
        "handovers/list.html",
        direction=direction,
        handovers=answer.value,
        open_state=HandoverState.OPEN,
        accepted_state=HandoverState.ACCEPTED,
        words=words(),
        staff=names_of(current.work(), people),
        language_names=language_names,
        state_name=state_name,
        urgency_name=urgency_name,
        day_of=day_of,
        moment=moment,
    )
