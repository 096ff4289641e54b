"""End once more what had ended after a backup was taken, as the leaf of its end tells it.

Nothing here opens anything: what cannot be told from the leaf is closed as a whole.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.record import digest_of
from caseflow.database.base import SealedRow
from caseflow.database.sealed_rows import change, intact, uses_of
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.clients import Client, Wall
from caseflow.database.tables.consents import Consent, Withdrawal
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.units import Membership, UnitRow
from caseflow.database.unit_of_work import Work
from caseflow.identity.end_rows import end_rows
from caseflow.keys.staff_keys import delete_wrappings
from caseflow.vault.contents import joined
from caseflow.vault.ending import end_now, end_of_walled, runs
from caseflow.vault.erasing.erase_record import erase_record
from caseflow.vault.erasing.scope import Scope
from caseflow.vault.exception_keys import end_exception_now
from caseflow.vault.freeze_copies import freeze_copies
from caseflow.vault.gather import consent_facts, drawers_of
from caseflow.vault.keep_apart import part
from caseflow.vault.permit import Deeds
from caseflow.vault.reasons import oversight_of
from caseflow.vault.revocations import close_drawers
from caseflow.vault.same_person import person_of
from caseflow.vault.walled_whom import whom_of
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis

R = TypeVar("R", bound=SealedRow)
Leaf = Mapping[str, Any]  # what the leaf of an end says

NOTHING = Deeds()  # the backup knows of it already, or of nobody whom it concerns
_NOBODY = UUID(int=0)


class NotTold(LookupError):
    """The leaf does not say enough to do it again."""


def end_again(work: Work, leaf: Leaf, act: UUID) -> Deeds:
    """Do an end again in the transaction of a restore; `act` is the entry that will tell of it.

    Raises NotTold where the leaf says too little.
    """
    special = _SPECIAL.get(leaf["act"], _nothing_more)
    if special is _nothing_more and leaf["act"] not in _TOLD and not leaf.get("ended"):
        raise NotTold(leaf["act"])
    if leaf["act"] == Act.CLIENT_ERASE:
        return _erase(work, leaf, act)  # what it ended stays as evidence, untouched
    if leaf["act"] == Act.CONSENT_EXPIRE:
        return NOTHING  # time does it again
    ends = (_ENDS[kind](work, _ids(leaf, kind), act) for kind in _ENDS)
    return joined(*ends, special(work, leaf, act))


def _ids(leaf: Leaf, kind: BasisKind) -> list[UUID]:
    return [UUID(each["id"]) for each in leaf.get("ended", ()) if each["kind"] == kind]


def _withdraw(work: Work, consents: Iterable[UUID], act: UUID) -> Deeds:
    found = [row for row in _rows(work, Consent, consents) if row.withdrawn_at is None]
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
        recorded_by=_NOBODY,
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
    found = [row for row in _rows(work, Membership, memberships) if row.ended_at is None]
    ended = end_rows(work, found)
    return Deeds(rows=tuple(digest_of(row) for row in found), ended=ended)


def _end_emergencies(work: Work, emergencies: Iterable[UUID], _act: UUID) -> Deeds:
    found = _rows(work, EmergencyAccess, emergencies)
    return joined(*(end_now(work, row) for row in found if runs(work, row)))


def _end_exceptions(work: Work, exceptions: Iterable[UUID], act: UUID) -> Deeds:
    found = _rows(work, LawfulException, exceptions)
    return joined(*(end_exception_now(work, row, act) for row in found if row.ended_at is None))


def _nothing_more(_work: Work, _leaf: Leaf, _act: UUID) -> Deeds:
    return NOTHING


def _withdraw_in_part(work: Work, leaf: Leaf, act: UUID) -> Deeds:
    """Withdraw as a whole what she took back in part: the leaf does not say which part."""
    named = leaf.get("details", {}).get("consent")
    return NOTHING if named is None else _withdraw(work, [UUID(named)], act)


def _wall_up(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    told, client, unit = leaf["details"], UUID(leaf["client"]), UUID(leaf["unit"])
    row = UUID(told["wall"])
    if _known(work, Wall, row) or not _known(work, Client, client):
        return NOTHING
    staff = whom_of(work, row, told.get("whom", ""), work.session.scalars(select(Staff.id)))
    if staff is None:
        raise NotTold(leaf["act"])
    wall = Wall(
        id=row,
        client_id=client,
        staff_id=staff,
        unit_id=unit if _known(work, UnitRow, unit) else oversight_of(work),
        recorded_by=UUID(leaf["staff"]),
        recorded_at=work.clock.now(),
    )
    work.session.add(wall)
    work.session.flush()
    return joined(Deeds(rows=(digest_of(wall),)), end_of_walled(work, client, staff))


def _keep_apart(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    row = UUID(leaf["details"]["pair"])
    client, other = (UUID(each) for each in leaf["clients"])
    if _known(work, KeptApart, row) or not all(
        _known(work, Client, one) for one in (client, other)
    ):
        return NOTHING
    doer = _doer(leaf)
    pair = KeptApart(
        id=row,
        client_id=client,
        other_id=other,
        unit_id=doer.unit if _known(work, UnitRow, doer.unit) else oversight_of(work),
        recorded_by=doer.staff,
        recorded_at=work.clock.now(),
    )
    work.session.add(pair)
    work.session.flush()
    return part(work, doer, pair)


def _disable(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    """Keep out whose account was disabled or begun again; an administrator resets it anew."""
    found = _rows(work, Staff, [UUID(leaf["details"]["staff_id"])])
    rows = [row for row in found if row.disabled_at is None]
    for row in rows:
        delete_wrappings(work, row.id)
        if leaf["act"] == Act.USER_DISABLE:
            change(work, row, disabled_at=work.clock.now())
    return Deeds(rows=tuple(digest_of(row) for row in rows))


def _erase(work: Work, leaf: Leaf, _act: UUID) -> Deeds:
    ids = person_of(work, UUID(leaf["client"])).ids
    unit = leaf.get("details", {}).get("unit")
    known = _known(work, Client, ids[0]) or work.session.scalar(
        select(Drawer.id).where(Drawer.client_id.in_(ids)).limit(1)
    )
    if not known:
        return NOTHING
    return erase_record(work, _doer(leaf), Scope(ids, None if unit is None else UUID(unit))).deeds


def _doer(leaf: Leaf) -> Actor:
    """Return who did it then: what is changed once more names her."""
    staff, unit = (UUID(leaf[key]) if key in leaf else _NOBODY for key in ("staff", "unit"))
    return Actor(staff, _NOBODY, _NOBODY, unit, Role.OFFICER)


def _rows(work: Work, table: type[R], ids: Iterable[UUID]) -> list[R]:
    found = select(table).where(table.id.in_(list(ids)))  # type: ignore[attr-defined]  # all have one
    return intact(work, work.session.scalars(found))


def _known(work: Work, table: type[R], row: UUID) -> bool:
    return bool(_rows(work, table, [row]))


_ENDS: Mapping[BasisKind, Callable[[Work, Iterable[UUID], UUID], Deeds]] = {
    BasisKind.CONSENT: _withdraw,
    BasisKind.EMERGENCY: _end_emergencies,
    BasisKind.EXCEPTION: _end_exceptions,
    BasisKind.MEMBERSHIP: _leave,
}
# All that is to be done of these again is what they name as ended; what time ends, it ends again,
# and what would open something stays closed until a lead lifts it again.
_TOLD = frozenset({Act.CONSENT_EXPIRE, Act.WALL_LIFT, Act.APART_LIFT, Act.MEMBER_END})
_SPECIAL: Mapping[str, Callable[[Work, Leaf, UUID], Deeds]] = {
    Act.APART_RECORD: _keep_apart,
    Act.CLIENT_ERASE: _erase,
    Act.CONSENT_WITHDRAW: _withdraw_in_part,
    Act.USER_DISABLE: _disable,
    Act.USER_RESET: _disable,
    Act.WALL_RECORD: _wall_up,
}
