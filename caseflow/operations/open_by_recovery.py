"""Open a unit whose members are all gone, or forgot their passwords, by the recovery shares.

Enough shares and the database open everything, so that this is an alarm for the officers, told
before anything opens. Nobody is asked who she is: whoever brings the shares has all there is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.entries import Decision, Trace
from caseflow.audit.record import digest_of, record
from caseflow.crypto.key_pairs import PrivateKey
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.add_member import NewMember, add_member
from caseflow.identity.membership_rows import members_of
from caseflow.identity.staff_rows import enabled, staff_by_email
from caseflow.identity.units import unit_by_slug
from caseflow.identity.words_of import words_of
from caseflow.keys.events import KeyEvent
from caseflow.keys.move_recovery import hangs_on
from caseflow.keys.recipients import find_recipient
from caseflow.keys.recovery import join_shares, look_at_shares, open_unit_by_recovery
from caseflow.keys.unit_keys import admit
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from caseflow.vocabulary.units import Unit, UnitKind

_SHARES = "shares"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whom the shares are to admit, and what has to be compared with her before."""

    staff: UUID
    name: str
    unit: UUID
    role: Role
    six_words: tuple[str, ...]


def shares_needed(shares: Sequence[str]) -> int | Problem:
    """Return how many more shares are needed, or what is wrong with those that there are."""
    found = look_at_shares(shares)
    if found.mistyped:
        which = ", ".join(map(str, found.mistyped))
        return Problem(_SHARES, "share_mistyped", {"which": which})
    if found.mixed:
        return Problem(_SHARES, "shares_mixed")
    return max(found.needed - found.given, 0)


def find_candidate(work: Work, slug: str, email: str) -> Candidate | Invalid:
    """Return who is to be admitted: as lead, and to oversight as officer.

    Who is a member already stays what she is.
    """
    unit, staff = unit_by_slug(work, slug), enabled(staff_by_email(work, email))
    words = None if staff is None else words_of(work, staff.id)
    if unit is None:
        return Invalid((Problem("slug", "unknown"),))
    if staff is None or staff.administrator:
        return Invalid((Problem("staff", "unknown" if staff is None else "administrator"),))
    if words is None:
        return Invalid((Problem("staff", "not_joined"),))
    held = (each for each in members_of(work, unit.id) if each.staff_id == staff.id)
    role = next((Role(each.role) for each in held), _role(unit))
    return Candidate(staff.id, staff.name, unit.id, role, words)


def open_by_recovery(work: Work, shares: Sequence[str], who: Candidate) -> Done[None] | Invalid:
    """Put the unit's key onto the keyring; told as an alarm before, and where it fails too.

    The unit of work is finished: nobody waits for the database while words are compared.
    """
    found = _joined(work, shares, who.unit)
    problem = found if isinstance(found, Problem) else None
    _tell(work, who, problem)
    if isinstance(found, Problem):
        return Invalid((found,))
    opened = open_unit_by_recovery(work, found, who.unit)
    work.finish()
    return Done(None) if opened else Invalid((Problem(_SHARES, "shares_open_nothing"),))


def admit_by_recovery(work: Work, who: Candidate) -> UUID:
    """Admit the candidate, whose words were compared, to the unit that the shares have opened."""
    act = new_id()
    membership, granted = _admitted(work, who, act)
    trace = Trace(
        act=Act.MEMBER_ADMIT,
        rows=(digest_of(membership),),
        keys=() if granted is None else (granted.listed(),),
        details={"staff_id": str(who.staff), "role": membership.role, "by": "recovery"},
    )
    record(work, trace, act)
    return membership.id


def _admitted(work: Work, who: Candidate, act: UUID) -> tuple[Membership, KeyEvent | None]:
    """Give a member who is one already a new envelope: hers may be what was lost."""
    for row in members_of(work, who.unit):
        if row.staff_id == who.staff:
            return row, admit(work, row, act)
    return add_member(work, NewMember(who.staff, who.unit, who.role), act)


def _joined(work: Work, shares: Sequence[str], unit: UUID) -> PrivateKey | Problem:
    """Return the recovery key of this installation, or what is wrong with the shares.

    Former shares count as long as the unit hangs on them: nobody of hers may be left to move it.
    """
    missing = shares_needed(shares)
    if isinstance(missing, Problem):
        return missing
    if missing or not shares:
        return Problem(_SHARES, "shares_too_few", {"missing": str(missing or 1)})
    try:
        private = join_shares(shares)
    except BrokenKey:
        return Problem(_SHARES, "shares_open_nothing")
    known = find_recipient(work, KeyReader.RECOVERY, work.installation)
    key_id = private.public.key_id
    if (known and known.public.key_id == key_id) or hangs_on(work, unit, key_id):
        return private
    return Problem(_SHARES, "shares_of_another")


def _tell(work: Work, who: Candidate, problem: Problem | None) -> None:
    told = {"unit_id": str(who.unit), "staff_id": str(who.staff)}
    failed = {} if problem is None else {"problem": problem.code}
    decision: Decision = "permitted" if problem is None else "refused"
    record(work, Trace(act=Act.ALARM_RECOVERY, decision=decision, details=told | failed))
    work.finish()


def _role(unit: Unit) -> Role:
    return Role.OFFICER if unit.kind is UnitKind.OVERSIGHT else Role.LEAD
