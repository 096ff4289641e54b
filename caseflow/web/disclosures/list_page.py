"""List what partners were told of a client, and which of them have not answered yet."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from flask import Response

from caseflow.consents import ConsentView, known_partners, list_consents
from caseflow.disclosures import list_disclosures, list_open
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import ConsentState
from caseflow.web.clients.client_frame import enter
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.clients.words import words
from caseflow.web.moments import last_day, moment
from caseflow.web.shell import page

_OVER = frozenset({ConsentState.WITHDRAWN, ConsentState.EXPIRED})


@policy(Permission.DISCLOSE)
def show_disclosures(client: UUID) -> Response:
    """Show what the unit told partners of her, and by which consents it may tell more."""
    return _show(client, "")


@policy(Permission.DISCLOSE)
def send_disclosures(client: UUID) -> Response:
    """Show it of a closed case for a reason, which stands in no address."""
    return for_reason(partial(_show, client))


@policy(Permission.DISCLOSE)
def show_waiting() -> Response:
    """Show which partners have not said yet that they received something."""
    answer = list_open(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    return page(
        "disclosures/waiting.html",
        disclosures=answer.value,
        words=words(outside=True),
        moment=moment,
    )


def _show(client: UUID, reason: str) -> Response:
    frame = enter(client, reason)
    if isinstance(frame, Response):
        return frame
    consents = list_consents(current.work(), current.actor(), client, reason)
    answer = list_disclosures(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    given = () if isinstance(consents, Refused) else consents.value
    return page(
        "disclosures/list.html",
        client=frame,
        disclosures=answer.value,
        consents=list(running(given)),
        words=words(outside=True),
        moment=moment,
        last_day=last_day,
    )


def running(consents: tuple[ConsentView, ...]) -> Iterator[ConsentView]:
    """Yield the consents by which the unit may hand something on to a partner now."""
    told = {each.id for each in known_partners(current.work()) if each.runs}
    for view in consents:
        for part in view.parts:
            hands_on = part.partner in told and Action.DISCLOSE in part.actions
            gives = current.actor().unit in part.from_units
            if hands_on and gives and view.state not in _OVER:
                yield view
                break
