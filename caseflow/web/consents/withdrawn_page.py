"""Say that a withdrawal has taken effect, with her receipt for the printer."""

from collections.abc import Iterable
from uuid import UUID

from flask import Response

from caseflow.consents import Seen, Withdrawn
from caseflow.web.clients.words import words
from caseflow.web.moments import day_of, moment
from caseflow.web.shell import page


def withdrawn_page(client: UUID, withdrawn: Withdrawn) -> Response:
    """Return what the unit may know of it; all that was read stands on the printed sheet only."""
    return page(
        "consents/withdrawn.html",
        client_id=client,
        withdrawn=withdrawn,
        once=once,
        words=words(),
        moment=moment,
    )


def once(seen: Iterable[Seen]) -> list[Seen]:
    """Return what was read, each day once, whosever drawer it was: the lists do not tell."""
    return list({(day_of(each.at), each.unit, each.category): each for each in seen}.values())
