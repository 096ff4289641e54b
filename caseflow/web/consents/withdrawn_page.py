"""Say that a withdrawal has taken effect, with her receipt for the printer."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from flask import Response

from caseflow.consents import KeptCopy, Seen, Withdrawn
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
        words=words(outside=True),
        moment=moment,
    )


S = TypeVar("S", Seen, KeptCopy)


def once(seen: Iterable[S]) -> list[S]:
    """Return what was read or copied, each day once, whosever drawer: the lists do not tell."""
    return list({(day_of(_day(each)), each.unit, each.category): each for each in seen}.values())


def _day(each: Seen | KeptCopy) -> datetime:
    return each.at if isinstance(each, Seen) else each.until
