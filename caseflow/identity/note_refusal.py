"""Trace that somebody asked for a page that is not there, or not for her role."""

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.unit_of_work import Work
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason
from caseflow.vocabulary.permissions import Permission


def note_refusal(work: Work, who: Actor | Person, permission: Permission | None) -> None:
    """Stage the entry of a refusal at the door; no permission: there is no such page.

    The address is left out: it may hold an id, or anything that was typed.
    """
    reason = Reason.NOT_OPEN if permission is None else Reason.NOT_YOUR_ROLE
    details = {} if permission is None else {"permission": permission.value}
    record(
        work,
        Trace(act=Act.PAGE_REFUSE, decision="refused", reason=reason, details=details, **by(who)),
    )
