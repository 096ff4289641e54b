"""Deny programs by default too: who may come to a view, and what is left to its verb.

Where a view is about one client, the verb decides about the role as well, since only after
"not open to her" may anybody learn that it was the role.
"""

from flask.typing import RouteCallable

from caseflow.http import current
from caseflow.http.doorkeeper import policy_of, recognise
from caseflow.http.factor_door import factor_missing, factor_stale, token_not_enough
from caseflow.http.faults import Fault
from caseflow.http.uploads import let_file_in
from caseflow.identity import may, note_refusal
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.permissions import Permission


def admit_program(view: RouteCallable, *, about_client: bool) -> Fault | Refused | None:
    """Say why a program may not come to this view; None when it may."""
    permission = policy_of(view)
    if permission is Permission.PUBLIC:
        return None
    who = recognise()
    if who is None:
        return Fault.LOG_IN
    let_file_in(view)
    missing = factor_missing(view, who)
    if missing is not None:
        return missing
    if permission is None or not _may_knock(who, permission, about_client=about_client):
        return _turned_away(who, permission, about_client=about_client)
    return token_not_enough(view, who) or factor_stale(view, who)


def _may_knock(who: Actor | Person, permission: Permission, *, about_client: bool) -> bool:
    return (isinstance(who, Actor) and about_client) or may(who, permission)


def _turned_away(
    who: Actor | Person, permission: Permission | None, *, about_client: bool
) -> Fault | Refused:
    if isinstance(who, Person) and current.memberships():
        return Fault.CHOOSE_UNIT
    note_refusal(current.work(), who, permission)
    return Refused(Reason.NOT_OPEN if about_client else Reason.NOT_YOUR_ROLE)
