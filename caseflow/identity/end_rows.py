"""End memberships so that the log tells their last use, and nothing leads to the key any more."""

from collections.abc import Iterable

from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.membership_rows import memberships_of
from caseflow.identity.token_rows import drop_tokens_of
from caseflow.keys.drafts import drop_drafts
from caseflow.keys.unit_keys import shut_out
from caseflow.vocabulary.bases import BasisKind, UsedBasis


def end_rows(work: Work, memberships: Iterable[Membership]) -> tuple[UsedBasis, ...]:
    """End these memberships; return each with the number of its last use.

    Raises Stale when one of them has just been ended by someone else.
    """
    return tuple(_end(work, each) for each in memberships)


def _end(work: Work, membership: Membership) -> UsedBasis:
    change(work, membership, ended_at=work.clock.now())
    shut_out(work, membership)
    drop_tokens_of(work, membership.id)
    staff, unit = membership.staff_id, membership.unit_id
    if all(each.unit_id != unit for each in memberships_of(work, staff)):
        drop_drafts(work, staff, unit)  # she has no other role there
    # Counted after the change: from then on nobody can use it.
    uses = select(Membership.uses).where(Membership.id == membership.id)
    return UsedBasis(BasisKind.MEMBERSHIP, membership.id, work.session.scalars(uses).one())
