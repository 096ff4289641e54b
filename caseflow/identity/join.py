"""Join: the invited person sets her password, and her key pair is born."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.entries import Trace
from caseflow.audit.record import digest_of, record
from caseflow.database.sealed_rows import change
from caseflow.database.unit_of_work import Work
from caseflow.identity.check_password import check_password
from caseflow.identity.invitations import open_invitation
from caseflow.identity.words_of import words_of
from caseflow.keys.staff_keys import make_staff_pair
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.errors import Stale


@dataclass(frozen=True, slots=True)
class Joined:
    """A person whose key pair has just been born."""

    staff: UUID
    six_words: tuple[str, ...]  # she reads them to the lead who admits her


def join(work: Work, token: str, password: str) -> Done[Joined] | Invalid | Refused:
    """Set the password of an invited person; the invitation is used up."""
    found = open_invitation(work, token)
    if found is None:
        return _refuse(work, Reason.NOT_OPEN)
    invitation, staff = found
    problems = check_password(password, staff.email, work.configuration.provider)
    if problems:
        return Invalid(tuple(problems))
    try:
        change(work, invitation, used_at=work.clock.now())
    except Stale:
        return _refuse(work, Reason.TOO_LATE)
    born = make_staff_pair(work, staff.id, password)
    trace = Trace(
        act=Act.USER_JOIN, staff=staff.id, rows=(digest_of(invitation),), keys=(born.listed(),)
    )
    record(work, trace)
    return Done(Joined(staff.id, words_of(work, staff.id) or ()))


def _refuse(work: Work, reason: Reason) -> Refused:
    record(work, Trace(act=Act.USER_JOIN, decision="refused", reason=reason))
    return Refused(reason)
