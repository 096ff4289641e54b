"""Load the rows about some clients as they stand now, for deciding again what was done with them.

A few statements for all of them together, however many accesses there are.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, or_, select

from caseflow.database.base import SealedRow
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Client, Desk, Wall
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import (
    EmergencyAccess,
    ExceptionAgreement,
    LawfulException,
)
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.kept_apart import KeptApart
from caseflow.database.tables.merges import Merge
from caseflow.database.tables.partners import PartnerRow
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.policy.facts import ExceptionFact
from caseflow.policy.merging import MergeFact, one_person
from caseflow.policy.past import (
    CasePast,
    DrawerPast,
    HandoverPast,
    MembershipPast,
    MergePast,
    Of,
    PairPast,
    Past,
    WallPast,
)
from caseflow.vault.changed_cases import changed_cases
from caseflow.vault.facts_of_rows import (
    category_rules,
    consent_fact,
    desk_fact,
    drawer_fact,
    emergency_fact,
    exception_fact,
)
from caseflow.vault.partners import partner_fact
from caseflow.vocabulary.actors import Role

S = TypeVar("S", bound=SealedRow)

_NEVER = (-1, "")


def load_past(work: Work, clients: Iterable[UUID], bases: Collection[UUID]) -> Past:
    """Return all that accesses to these clients are decided by, which name these bases."""
    rows = _Rows(work, clients, bases)
    zone = work.configuration.zone
    members = rows.all_of(Membership, lambda row: row.id)
    partners = rows.all_of(PartnerRow, lambda row: row.id)
    known = select(Client).where(Client.id.in_(rows.clients))
    return Past(
        categories=category_rules(work.configuration),
        clients=frozenset(row.id for row in rows.sound(known, lambda row: row.id)),
        memberships={row.id: _membership(row) for row in members},
        cases=_cases(work, rows),
        walls=tuple(
            WallPast(row.staff_id, row.client_id, row.recorded_at, row.lifted_at)
            for row in rows.hers(Wall)
        ),
        drawers={row.id: DrawerPast(drawer_fact(row), row.frozen_at) for row in rows.hers(Drawer)},
        consents={
            row.id: (Of(row.client_id, row.recorded_at), consent_fact(row))
            for row in rows.hers(Consent)
        },
        emergencies={row.id: emergency_fact(row) for row in rows.hers(EmergencyAccess)},
        exceptions=_exceptions(rows),
        desks={row.id: desk_fact(row) for row in rows.hers(Desk)},
        handovers=tuple(
            HandoverPast(
                row.id,
                row.client_id,
                row.to_unit,
                row.consent_id,
                row.sent_at,
                min(row.expires_at, row.decided_at or row.expires_at),
            )
            for row in rows.hers(Handover)
            if row.consent_id is not None
        ),
        merges=tuple(MergePast(_pair(row), row.undone_at) for row in rows.merges),
        pairs=_pairs(rows),
        partners=tuple(partner_fact(row, zone) for row in partners),
        broken=frozenset(rows.broken),
    )


class _Rows:
    """The rows of some clients, by all their ids, and whom a broken seal is about."""

    def __init__(self, work: Work, clients: Iterable[UUID], bases: Collection[UUID]) -> None:
        self._work, self._bases = work, bases
        self.broken: set[UUID] = set()
        agreed = select(Merge).where(Merge.agreed_at.is_not(None))
        self.merges = self.sound(agreed, lambda row: row.first_client)
        pairs = [_pair(row) for row in self.merges]
        self.clients = sorted({each for her in clients for each in one_person(her, pairs)})

    def sound(self, statement: Select[S], about: Callable[[S], UUID]) -> list[S]:
        """Return the rows whose seals hold."""
        found = self._work.session.scalars(statement).all()
        whole = intact(self._work, found)
        held = set(map(id, whole))
        self.broken |= {about(row) for row in found if id(row) not in held}
        return whole

    def all_of(self, table: type[S], about: Callable[[S], UUID]) -> list[S]:
        """Return a whole table; for those that are small."""
        return self.sound(select(table), about)

    def hers(self, table: Any) -> list[Any]:  # noqa: ANN401 - of whichever table of a client's rows
        """Return the rows of these clients, and those that an access names of anybody else."""
        named = or_(table.client_id.in_(self.clients), table.id.in_(self._bases))
        return self.sound(select(table).where(named), lambda row: row.client_id)


def _membership(row: Membership) -> MembershipPast:
    return MembershipPast(
        row.id, row.staff_id, row.unit_id, Role(row.role), row.since, row.ended_at
    )


def _pair(row: Merge) -> MergeFact:
    assert row.agreed_at is not None  # noqa: S101 - asked for such rows alone
    return MergeFact(row.first_client, row.second_client, row.agreed_at)


def _cases(work: Work, rows: _Rows) -> dict[UUID, CasePast]:
    changed = changed_cases(work, rows.clients)
    return {
        row.id: CasePast(
            id=row.id,
            unit=row.unit_id,
            client=row.client_id,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            restricted=row.restricted,
            assigned=frozenset(row.assigned),
            changed=changed.get(row.id, _NEVER)[0],
            changed_in=changed.get(row.id, _NEVER)[1],
        )
        for row in rows.hers(Case)
    }


def _exceptions(rows: _Rows) -> dict[UUID, ExceptionFact]:
    agreed: defaultdict[UUID, list[ExceptionAgreement]] = defaultdict(list)
    for row in rows.hers(ExceptionAgreement):
        agreed[row.exception_id].append(row)
    return {row.id: exception_fact(row, agreed[row.id]) for row in rows.hers(LawfulException)}


def _pairs(rows: _Rows) -> tuple[PairPast, ...]:
    apart = or_(KeptApart.client_id.in_(rows.clients), KeptApart.other_id.in_(rows.clients))
    found = rows.sound(select(KeptApart).where(apart), lambda row: row.client_id)
    return tuple(PairPast(frozenset(row.cases), row.recorded_at, row.lifted_at) for row in found)
