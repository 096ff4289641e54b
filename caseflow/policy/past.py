"""The rows about some clients with the spans in which they held, as they stand now.

Whoever loads them has checked every seal; of a row whose seal is broken is said whom it is about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from caseflow.policy.facts import (
    CategoryRules,
    ConsentFact,
    DeskFact,
    DrawerFact,
    EmergencyFact,
    ExceptionFact,
    PartnerFact,
)
from caseflow.policy.merging import MergeFact
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.bases import Basis


@dataclass(frozen=True, slots=True)
class MembershipPast:
    """Who was whom in which unit, and how long."""

    id: UUID
    staff: UUID
    unit: UUID
    role: Role
    since: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class CasePast:
    """A case as it stands now; whom it was assigned to before its last change nobody knows."""

    id: UUID
    unit: UUID
    client: UUID
    opened_at: datetime
    closed_at: datetime | None
    restricted: bool
    assigned: frozenset[UUID]
    changed: int = -1  # position of the last entry that may have assigned it otherwise
    changed_in: str = ""  # the request of that entry


class WallPast(NamedTuple):
    """A wall and how long it stood."""

    staff: UUID
    client: UUID
    since: datetime
    lifted_at: datetime | None


class HandoverPast(NamedTuple):
    """A handover that carries a client's id, and how long it waited for the receiving unit."""

    id: UUID
    client: UUID
    unit: UUID
    consent: UUID
    since: datetime
    until: datetime


class MergePast(NamedTuple):
    """Two clients who were one person, and how long."""

    pair: MergeFact
    undone_at: datetime | None


class PairPast(NamedTuple):
    """Cases that were restricted because two clients are kept apart, and how long."""

    cases: frozenset[UUID]
    since: datetime
    lifted_at: datetime | None


class DrawerPast(NamedTuple):
    """A drawer, and since when what lies in it is frozen."""

    fact: DrawerFact
    frozen_at: datetime | None


class Of(NamedTuple):
    """What was said under one id of a client, and when: how far it is heard depends on merges."""

    client: UUID
    since: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """All that some accesses are decided by."""

    categories: CategoryRules
    clients: frozenset[UUID]  # whom a row still tells of
    broken: frozenset[UUID]  # clients of whom a row's seal is broken, and memberships
    memberships: Mapping[UUID, MembershipPast]
    cases: Mapping[UUID, CasePast]
    walls: tuple[WallPast, ...]
    drawers: Mapping[UUID, DrawerPast]
    consents: Mapping[UUID, tuple[Of, ConsentFact]]
    emergencies: Mapping[UUID, EmergencyFact]
    exceptions: Mapping[UUID, ExceptionFact]
    desks: Mapping[UUID, DeskFact]
    handovers: tuple[HandoverPast, ...]
    merges: tuple[MergePast, ...]
    pairs: tuple[PairPast, ...]
    partners: tuple[PartnerFact, ...]

    def knows(self, basis: Basis) -> bool:
        """Say whether the row of a basis is still there."""
        kinds: Iterable[Mapping[UUID, object]] = (
            self.memberships,
            self.cases,
            self.consents,
            self.emergencies,
            self.exceptions,
            self.desks,
        )
        return any(basis.id in rows for rows in kinds)


@dataclass(frozen=True, slots=True)
class Access:
    """One entry of the log that says that somebody was let in, as far as deciding again asks."""

    position: int
    at: datetime
    act: str
    staff: UUID
    session: UUID | None
    unit: UUID
    role: Role
    client: UUID | None
    clients: tuple[UUID, ...]
    purpose: str
    bases: frozenset[Basis]
    request: str
    drawers: frozenset[UUID]
    rows: frozenset[UUID]  # that it wrote
    reasoned: bool
