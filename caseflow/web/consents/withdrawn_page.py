"""Say that a withdrawal has taken effect, with her receipt for the printer."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from flask import Response

from caseflow.consents import Choice, KeptCopy, Seen, Withdrawn
from caseflow.web.clients.words import words
from caseflow.web.consents.her_paper import hers_in, printed_unreviewed
from caseflow.web.moments import day_of, moment
from caseflow.web.shell import page

ALL_OF_IT = Choice()


def withdrawn_page(
    client: UUID,
    withdrawn: Withdrawn,
    spoken: str,
    consent: UUID | None = None,
    choice: Choice = ALL_OF_IT,
) -> Response:
    """Return what the unit may know of it; all that was read stands on the printed sheet only.

    The sheet is in the language that she speaks, where that is known. It names the consent, if it
    was one, and what of it was chosen: on paper a part must not read like all of it.
    """
    hers = words(outside=True, spoken=hers_in(spoken))
    chosen = [each.key for each in hers.in_order(choice.categories or ())]
    return page(
        "consents/withdrawn.html",
        client_id=client,
        withdrawn=withdrawn,
        consent=consent,
        gone=[(category, unit) for unit in sorted(choice.to_units or ()) for category in chosen],
        once=once,
        words=words(outside=True),
        moment=moment,
        hers=hers,
        unreviewed=printed_unreviewed(hers),
    )


S = TypeVar("S", Seen, KeptCopy)


def once(seen: Iterable[S]) -> list[S]:
    """Return what was read or copied, each day once, whosever drawer: the lists do not tell."""
    return list({(day_of(_day(each)), each.unit, each.category): each for each in seen}.values())


def _day(each: Seen | KeptCopy) -> datetime:
    return each.at if isinstance(each, Seen) else each.until
