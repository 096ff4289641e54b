"""Say that a refusal is recorded, with a paper in her language for the printer."""

from uuid import UUID

from flask import Response

from caseflow.consents import Declined
from caseflow.web.clients.words import words
from caseflow.web.consents.her_paper import hers_in, printed_unreviewed
from caseflow.web.letters.shown_ways import ShownWay
from caseflow.web.moments import today
from caseflow.web.shell import page


def refused_page(client: UUID, declined: Declined, ways: list[ShownWay]) -> Response:
    """Return the page; what she said no to stands on the printed sheet."""
    hers = words(outside=True, spoken=hers_in(declined.language))
    asked = declined.to_units if declined.partner is None else {declined.partner}
    return page(
        "consents/refused.html",
        client_id=client,
        hers=hers,
        unreviewed=printed_unreviewed(hers),
        asked=sorted(asked),
        declined=declined,
        day=today(),
        ways_to_her=ways,
    )
