"""End once more what had ended after a backup was taken, as the leaf of its end tells it.

Nothing here opens anything: what cannot be told from the leaf is closed as a whole.
"""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.sealed_rows import change, uses_of
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.consents import Consent, Withdrawal
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.family import Guardian
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.identity.end_rows import end_rows
from caseflow.keys.staff_keys import delete_wrappings
from caseflow.operations.backups.end_partner_again import end_partner_again
from caseflow.operations.backups.erase_again import delete_evidence_again, erase_again
from caseflow.operations.backups.join_again import join_again
from caseflow.operations.backups.restrict_again import restrict_again
from caseflow.operations.backups.told_again import (
    NOBODY,
    NOTHING,
    Leaf,
    NotTold,
    named_rows,
    rows_of,
)
from caseflow.operations.backups.wall_again import keep_apart_again, wall_again
from caseflow.vault.contents import joined
from caseflow.vault.ending import end_now, runs
from caseflow.vault.exception_keys import end_exception_now
from caseflow.vault.freeze_copies import freeze_copies
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.permit import Deeds
from caseflow.vault.revocations import close_drawers
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis


def end_again(work: Work, leaf: Leaf, act: UUID) -> Deeds:
    """Do an end again in the transaction of a restore; `act` is the entry that will tell of it.

    Raises NotTold where the leaf says too little.
    """
    if leaf["act"] in _BY_ITSELF:
        return _BY_ITSELF[leaf["act"]](work, leaf, act)
    special = _SPECIAL.get(leaf["act"], _nothing_more)
    if special is _nothing_more and leaf["act"] not in _TOLD and not leaf.get("ended"):
        raise NotTold(leaf["act"])
    named = {kind: _ids(leaf, kind) for kind in _ENDS}
    # First, for it may raise NotTold, and what a leaf tells is done whole or not at all.
    done = special(work, leaf, act)
    return joined(done, *(_ENDS[kind](work, ids, act) for kind, ids in named.items()))


def _ids(leaf: Leaf, kind: BasisKind) -> list[UUID]:
    return [UUID(each["id"]) for each in leaf.get("ended", ()) if each["kind"] == kind]


def _withdraw(work: Work, consents: Iterable[UUID], act: UUID) -> Deeds:
    found = [row for row in rows_of(work, Consent, consents) if row.withdrawn_at is None]
    return joined(*(_take_back(work, row, act) for row in found))


def _take_back(work: Work, consent: Consent, act: UUID) -> Deeds:
    now = work.clock.now()
    withdrawal = Withdrawal(
        client_id=consent.client_id,
        consent_id=consent.id,
        to_units=consent.to_units,
        categories=consent.categories,
        whole=True,
        unit_id=consent.unit_id,
        recorded_by=NOBODY,
        effective_at=now,
    )
    work.session.add(withdrawal)
    work.session.flush()
    change(work, consent, version=consent.version + 1, withdrawn_at=now, settled_at=now)
    ended = UsedBasis(BasisKind.CONSENT, consent.id, uses_of(work, consent))
    taken = Deeds(rows=(digest_of(consent), digest_of(withdrawal)), ended=(ended,))
    return joined(taken, _close(work, consent.client_id, act))


def _close(work: Work, client: UUID, act: UUID) -> Deeds:
    """Take back every key that no consent accounts for; the drawers fall due to turn."""
    facts = consent_facts(work, client)
    drawers = drawers_of(work, client)
    frozen = freeze_copies(work, drawers, facts)
    return Deeds(rows=frozen, keys=close_drawers(work, None, drawers, facts, act))


def _leave(work: Work, memberships: Iterable[UUID], _act: UUID) -> Deeds:
    found = [row for row in rows_of(work, Membership, memberships) if row.ended_at is None]
    ended = end_rows(work, found)
    return Deeds(rows=tuple(digest_of(row) for row in found), ended=ended)


def _end_emergencies(work: Work, emergencies: Iterable[UUID], _act: UUID) -> Deeds:
    found = rows_of(work, EmergencyAccess, emergencies)
    return joined(*(end_now(work, row) for row in found if runs(work, row)))


def _end_exceptions(work: Work, exceptions: Iterable[UUID], act: UUID) -> Deeds:
    found = rows_of(work, LawfulException, exceptions)
    return joined(*(end_exception_now(work, row, act) for row in found if row.ended_at is None))


def _nothing_more(_work: Work, _leaf: Leaf, _act: UUID) -> Deeds:
    return NOTHING


def _withdraw_in_part(work: Work, leaf: Leaf, act: UUID) -> Deeds:
    """Withdraw as a whole what she took back in part: the leaf does not say which part."""
    named = leaf.get("details", {}).get("consent")
    return NOTHING if named is None else _withdraw(work, [UUID(named)], act)


def _disable(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    """Keep out whose account was disabled or begun again; an administrator resets it anew."""
    found = rows_of(work, Staff, [UUID(leaf["details"]["staff_id"])])
    rows = [row for row in found if row.disabled_at is None]
    for row in rows:
        delete_wrappings(work, row.id)
        if leaf["act"] == Act.USER_DISABLE:
            change(work, row, disabled_at=work.clock.now())
    return Deeds(rows=tuple(digest_of(row) for row in rows))


def _heed_guardian(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    """Leave to an officer whether one was blocked whom the backup knows: it stands sealed."""
    for row in named_rows(leaf, Guardian.__tablename__):
        if work.session.scalar(select(Guardian.id).where(Guardian.id == row)) is not None:
            raise NotTold(leaf["act"])
    return NOTHING


_ENDS: Mapping[BasisKind, Callable[[Work, Iterable[UUID], UUID], Deeds]] = {
    BasisKind.CONSENT: _withdraw,
    BasisKind.EMERGENCY: _end_emergencies,
    BasisKind.EXCEPTION: _end_exceptions,
    BasisKind.MEMBERSHIP: _leave,
}
# All that is to be done of these again is what they name as ended; what time ends, it ends again,
# and what would open something stays closed until a lead lifts it again.
_TOLD = frozenset({Act.WALL_LIFT, Act.APART_LIFT, Act.MEMBER_END})
# What an erasure ended stays as evidence, untouched; what a restore told is no end.
_BY_ITSELF: Mapping[str, Callable[[Work, Leaf, UUID], Deeds]] = {
    Act.CLIENT_ERASE: erase_again,
    Act.CONSENT_EXPIRE: _nothing_more,  # time does it again
    Act.EVIDENCE_DELETE: delete_evidence_again,
    Act.INSTALLATION_RESTORE: _nothing_more,
    Act.RESTORE_CONFIRM: _nothing_more,
}
_SPECIAL: Mapping[str, Callable[[Work, Leaf, UUID], Deeds]] = {
    Act.APART_RECORD: keep_apart_again,
    Act.CASE_ASSIGN: restrict_again,
    Act.CONSENT_WITHDRAW: _withdraw_in_part,
    Act.GUARDIAN_WRITE: _heed_guardian,
    Act.MERGE_ANSWER: join_again,
    Act.PARTNER_END: end_partner_again,
    Act.USER_DISABLE: _disable,
    Act.USER_RESET: _disable,
    Act.WALL_RECORD: wall_again,
}
