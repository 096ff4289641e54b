"""Show the officers every pair of clients who are kept apart, and end one for a reason."""

from uuid import UUID

from flask import Response, url_for

from caseflow.exceptions import PairView, lift_apart, list_all_apart
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.identity import names_of
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.lift_apart import Lift
from caseflow.web.clients.refusals import refused_act
from caseflow.web.clients.words import words
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form, read_form
from caseflow.web.moments import day_of
from caseflow.web.shell import lead_to, page


@policy(Permission.REVIEW_APART)
def show_all_apart() -> Response:
    """Show the pairs, by ids alone."""
    return _show(Form())


@policy(Permission.REVIEW_APART)
def send_end_of_pair() -> Response:
    """End one; whoever was slower than another officer is told so."""
    form = read_form(Lift())
    if form.problems:
        return _show(form)
    pair, reason = form.values["pair"], form.values["reason"]
    answer = lift_apart(current.work(), current.actor(), _client_of(pair), pair, reason)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _show(form.but(*problems))
        case _:
            return lead_to(url_for("web.all_apart"))


def _client_of(pair: UUID) -> UUID:
    """Return one of both; of a pair that does not stand the id itself, which is nobody."""
    found = (each.clients[0] for each in _pairs() or () if each.id == pair)
    return next(found, pair)


def _pairs() -> tuple[PairView, ...] | None:
    answer = list_all_apart(current.work(), current.actor())
    return None if isinstance(answer, Refused) else answer.value


def _show(form: Form) -> Response:
    pairs = _pairs()
    if pairs is None:
        return not_found()
    return page(
        "oversight/apart.html",
        422 if form.problems else 200,
        pairs=pairs,
        names=names_of(current.work(), {pair.recorded_by for pair in pairs}),
        form=form,
        words=words(),
        day_of=day_of,
    )
