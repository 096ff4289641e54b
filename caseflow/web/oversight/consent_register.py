"""Show officers the register of consents: how many stand how, and never whose."""

from collections import Counter

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.oversight import consent_register
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.vocabulary.states import ConsentState
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.clients.words import words
from caseflow.web.consents.desk_words import state_name
from caseflow.web.shell import page


@policy(Permission.REVIEW_LOG)
def show_register() -> Response:
    """Show it."""
    answer = consent_register(current.work(), current.actor())
    if isinstance(answer, Refused):
        return refused_sight(answer)
    totals: Counter[ConsentState] = Counter()
    for line in answer.value:
        totals[ConsentState(line.state)] += line.count
    return page(
        "oversight/consent_register.html",
        lines=answer.value,
        totals=totals,
        state_name=state_name,
        words=words(),
    )
