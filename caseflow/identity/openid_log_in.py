"""Show who one is at the OpenID provider: as second step of a log-in, once more, or to link it."""

from dataclasses import dataclass

from caseflow.database.unit_of_work import Work
from caseflow.identity.add_factor import Added, add_identity
from caseflow.identity.callers import Caller
from caseflow.identity.check_factor import Proof
from caseflow.identity.finish_log_in import finish_log_in
from caseflow.identity.log_in_steps import find_step
from caseflow.identity.openid_provider import (
    Identity,
    OpenIdProvider,
    Returned,
    Unreachable,
)
from caseflow.identity.openid_trips import Trip, begin_trip, end_trip
from caseflow.identity.own_membership import refuse
from caseflow.identity.sessions import LoggedIn
from caseflow.identity.show_factor import show_factor
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The provider, and where the browser comes back to."""

    provider: OpenIdProvider
    redirect: str


def ask_identity_for_log_in(work: Work, at: Elsewhere, token: str) -> str | Unreachable | Refused:
    """Return where the browser is led to from a log-in that has begun; alike for every log-in."""
    step = find_step(work, token)
    if step is None:
        return Refused()
    return begin_trip(work, at.provider, Trip.LOG_IN, step.id, at.redirect)


def finish_with_identity(
    work: Work, at: Elsewhere, token: str, back: Returned, caller: Caller
) -> LoggedIn | Unreachable | Refused:
    """Begin the session, or refuse as for a wrong code; an outage leaves the step as it is."""
    step = find_step(work, token)
    subject = step.id if step else new_id()
    found = end_trip(work, at.provider, Trip.LOG_IN, subject, at.redirect, back)
    if isinstance(found, Unreachable | Refused):
        return found
    return finish_log_in(work, token, Proof(identity=found), caller)


def ask_identity(work: Work, who: Actor | Person, at: Elsewhere, trip: Trip) -> str | Unreachable:
    """Return where the browser is led to from a session."""
    return begin_trip(work, at.provider, trip, who.session, at.redirect)


def show_identity(
    work: Work, who: Actor | Person, at: Elsewhere, back: Returned
) -> LoggedIn | Unreachable | Refused:
    """Note that she has shown a factor now, if it is her identity that comes back."""
    found = end_trip(work, at.provider, Trip.SHOW, who.session, at.redirect, back)
    if isinstance(found, Unreachable | Refused):
        return found
    return show_factor(work, who, Proof(identity=found))


def link_identity(
    work: Work, who: Actor | Person, at: Elsewhere, back: Returned
) -> Done[Added] | Invalid | Refused:
    """Keep whom the provider has named as a further second factor of hers."""
    found = end_trip(work, at.provider, Trip.LINK, who.session, at.redirect, back)
    match found:
        case Identity():
            return add_identity(work, who, found)
        case Unreachable():
            code = "openid_unreachable"
        case _:
            refuse(work, who, Act.FACTOR_ADD, Reason.NOT_OPEN)
            code = "openid_failed"
    return Invalid((Problem("openid", code, {"label": at.provider.rule.label}),))
