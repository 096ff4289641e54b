"""Make new recovery shares for an officer: a share was lost, or a holder has left.

Danger: whoever sees the new shares opens everything by them, once it has followed. So it is an
alarm to all officers beside the act itself.
"""

from dataclasses import dataclass, field

from caseflow.audit.entries import Trace, by
from caseflow.audit.record import record
from caseflow.database.tables.installation import Installation
from caseflow.database.unit_of_work import Work
from caseflow.keys import renew_recovery as keys
from caseflow.keys.move_recovery import left_behind
from caseflow.keys.recovery import Sharing
from caseflow.operations.sharings import sharing_problem
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.errors import BrokenSeal


@dataclass(frozen=True, slots=True)
class Renewed:
    """The new shares, told once and kept nowhere, and how much has still to follow to them."""

    shares: tuple[str, ...] = field(repr=False)
    units: int
    drawers: int


def renew_recovery(
    work: Work, who: Actor | Person, needed: int, made: int
) -> Done[Renewed] | Invalid | Refused:
    """Make a new recovery pair and its shares; of the pair the public half alone is kept.

    Raises Stale when somebody else was faster, BrokenSeal when the former pair was tampered with.
    """
    problem = sharing_problem(needed, made)
    if problem is not None:
        return Invalid((problem,))
    if not isinstance(who, Actor):
        return Refused(Reason.NOT_YOUR_ROLE)
    given = permit_member(work, who, Act.RECOVERY_RENEW)
    if isinstance(given, Refused):
        return given
    sharing = Sharing(needed, made)
    renewed = keys.renew_recovery(work, sharing)
    if renewed is None:
        raise BrokenSeal(Installation.__tablename__)
    born, shares = renewed
    told = {"shares": str(sharing)}
    trace(work, given, Deeds(keys=(born,), details=told))
    record(work, Trace(act=Act.ALARM_RECOVERY, details={"renewed": str(sharing)}, **by(who)))
    return Done(Renewed(tuple(shares), *left_behind(work)))
