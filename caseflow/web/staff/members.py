"""Show a lead the members of her unit, and who could be admitted to it."""

from flask import Response

from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.identity import StaffView, colleagues, list_staff
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.clients.words import words
from caseflow.web.moments import day_of
from caseflow.web.shell import page


@policy(Permission.ADMIT_STAFF)
def show_members() -> Response:
    """Show who belongs to the unit, and the accounts that do not."""
    work, actor = current.work(), current.actor()
    accounts = list_staff(work, actor)
    if isinstance(accounts, Refused):
        return refused_sight(accounts)
    members = colleagues(work, actor.unit)
    inside = {each.staff for each in members}
    outside = [each for each in accounts if each.id not in inside and _could_come(each)]
    return page(
        "staff/members.html", members=members, outside=outside, words=words(), day_of=day_of
    )


def _could_come(account: StaffView) -> bool:
    return not account.administrator and account.disabled_at is None
