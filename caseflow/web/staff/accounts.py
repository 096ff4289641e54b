"""Show an administrator all accounts; she disables one, begins it again or lets it try again."""

from uuid import UUID

from flask import Response, url_for

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.identity import StaffView, disable, list_staff, release, reset
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.answers import Done, Invalid, Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_act
from caseflow.web.error_pages import not_found
from caseflow.web.forms import Form
from caseflow.web.moments import day_of
from caseflow.web.shell import lead_to, page
from caseflow.web.staff.invite import link_page

DISABLE, RESET, RELEASE = "disable", "reset", "release"


@policy(Permission.ADMINISTER)
def show_accounts() -> Response:
    """Show every account with what it is for and where it stands."""
    return page("staff/accounts.html", accounts=_accounts(), day_of=day_of, own=_who().staff)


@policy(Permission.ADMINISTER)
def show_disable(staff: UUID) -> Response:
    """Ask once whether the account is disabled."""
    return _ask(staff, DISABLE, Form())


@policy(Permission.ADMINISTER)
def send_disable(staff: UUID) -> Response:
    """Disable the account: nothing leads to its keys any more."""
    answer = disable(current.work(), _who(), staff)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _ask(staff, DISABLE, Form().but(*problems))
        case Done():
            return lead_to(url_for("web.accounts"))


@policy(Permission.ADMINISTER)
def show_reset(staff: UUID) -> Response:
    """Ask once whether the account begins again."""
    return _ask(staff, RESET, Form())


@policy(Permission.ADMINISTER)
def send_reset(staff: UUID) -> Response:
    """Begin the account again, and show the link for its person."""
    answer = reset(current.work(), _who(), staff)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _ask(staff, RESET, Form().but(*problems))
        case Done():
            return link_page(answer.value, url_for("web.accounts"))


@policy(Permission.ADMINISTER)
def show_release(staff: UUID) -> Response:
    """Ask once whether somebody may try to log in again."""
    return _ask(staff, RELEASE, Form())


@policy(Permission.ADMINISTER)
def send_release(staff: UUID) -> Response:
    """Forget her failures, and change nothing else."""
    answer = release(current.work(), _who(), staff)
    match answer:
        case Refused():
            return refused_act(answer)
        case Invalid(problems):
            return _ask(staff, RELEASE, Form().but(*problems))
        case Done():
            return lead_to(url_for("web.accounts"))


def _ask(staff: UUID, what: str, form: Form) -> Response:
    found = next((each for each in _accounts() if each.id == staff), None)
    if found is None:
        return not_found()
    return page(
        "staff/account.html", 422 if form.problems else 200, account=found, what=what, form=form
    )


def _accounts() -> list[StaffView]:
    found = list_staff(current.work(), _who())
    return [] if isinstance(found, Refused) else found


def _who() -> Actor | Person:
    found = current.who()
    if found is None:
        raise TypeError("the policy of this route admits nobody who is not logged in")
    return found
