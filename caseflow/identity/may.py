"""Say whether somebody may call a route at all, before its verb is called."""

from caseflow.policy import permissions
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.permissions import Permission


def may(who: Actor | Person | None, permission: Permission) -> bool:
    """Say whether a member, a person in no unit, or nobody has this permission."""
    match who:
        case Actor():
            return permissions.may(who.role, permission)
        case Person(administrator=True):
            return permissions.administrator_may(permission)
        case Person():
            return permissions.newcomer_may(permission)
        case None:
            return permission is Permission.PUBLIC
