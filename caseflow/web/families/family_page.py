"""Show who may act for a client, who may not, and who of her family is a client too."""

from uuid import UUID

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.identity import may
from caseflow.records import open_family
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import Kin
from caseflow.web.clients.client_frame import frame_of
from caseflow.web.clients.family_words import (
    BLOCKED,
    authority_name,
    blocked_name,
    choices,
    kin_name,
)
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.forms import Form
from caseflow.web.shell import page


@policy(Permission.READ_FACTS)
def show_family(client: UUID) -> Response:
    """Show it, as far as it is open."""
    return family_page(client, Form())


@policy(Permission.READ_FACTS)
def send_family(client: UUID) -> Response:
    """Show it of a closed case for a reason."""
    return for_reason(lambda reason: family_page(client, Form(), reason=reason))


def family_page(client: UUID, form: Form, reason: str = "") -> Response:
    """Return the page, with a form that is wrong if there is one."""
    answer = open_family(current.work(), current.actor(), client, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    frame, family = frame_of(answer.value.overview, reason), answer.value
    return page(
        "families/family.html",
        422 if form.problems else 200,
        client=frame,
        words=frame.words,
        form=form,
        family=family,
        children=[each for each in family.relatives if each.kin is Kin.CHILD],
        mothers=[each for each in family.relatives if each.kin is Kin.MOTHER],
        own=current.actor().unit,
        case_work=may(current.actor(), Permission.WRITE_ENTRY),
        grounds=choices(BLOCKED),
        authority_name=authority_name,
        blocked_name=blocked_name,
        kin_name=kin_name,
    )
