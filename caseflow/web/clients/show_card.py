"""Show a client's card to be printed: her code, and nothing that tells what it is for."""

from uuid import UUID

import segno
from flask import Response
from markupsafe import Markup

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.records import client_card
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.shell import page


@policy(Permission.MEMBER)
def show_card(client: UUID) -> Response:
    """Show the card; that it was printed is in the log."""
    answer = client_card(current.work(), current.actor(), client)
    if isinstance(answer, Refused):
        return refused_act(answer)
    return page("clients/card.html", client_id=client, code=answer.value, pattern=qr(answer.value))


def qr(code: str) -> Markup:
    """Return the code as a pattern that a camera reads; a drawing without any words."""
    drawn = segno.make_qr(code, error="m").svg_inline(omitsize=True, border=4, light="#fff")
    # Drawn by us; the code has letters and digits only.
    return Markup(drawn)  # noqa: S704 - see above  # nosec B704
