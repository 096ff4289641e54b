"""Gather what belongs to an export beside the drawers: consents, refusals, handovers, accesses.

Read before the drawers are decided on, and of no use to anybody until that is permitted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select

from caseflow.consents import ConsentView
from caseflow.consents.pending import pending_categories
from caseflow.consents.views import view_of
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import Consent, Refusal
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.partners import Disclosure
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.told_accesses import Access, told_accesses
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.states import HandoverState

Ids: TypeAlias = tuple[UUID, ...]  # all that are one person; the one that was asked for first


@dataclass(frozen=True, slots=True)
class RefusalView:
    """She was asked in the unit and said no."""

    to_units: tuple[UUID, ...]
    categories: tuple[str, ...]
    purposes: tuple[str, ...]
    recorded_at: datetime
    partner: UUID | None = None  # outside, instead of units


@dataclass(frozen=True, slots=True)
class ToldOutside:
    """The unit told a partner something of her; what it was lies in its evidence."""

    id: UUID
    consent: UUID
    partner: UUID
    purpose: str
    categories: tuple[str, ...]
    made_at: datetime
    acknowledged_at: datetime | None
    overtaken_at: datetime | None = None  # since when something of it stands no more
    retold: str | None = None  # whether the partner was told so; none: it is to be
    retold_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SentHandover:
    """The unit proposed her to another."""

    to_unit: UUID
    state: HandoverState
    sent_at: datetime
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Around:
    """All that the acting unit may tell her beside what lies in its drawers."""

    consents: tuple[ConsentView, ...]
    refusals: tuple[RefusalView, ...]
    handovers: tuple[SentHandover, ...]
    accesses: tuple[Access, ...]
    disclosures: tuple[ToldOutside, ...] = ()


def around_her(work: Work, unit: UUID, client: UUID) -> Around:
    """Return the unit's part of each, the oldest first."""
    hers = person_of(work, client).ids
    views = tuple(_consents(work, unit, hers))
    given = frozenset(
        view.id for view in views if any(unit in part.from_units for part in view.parts)
    )
    return Around(
        consents=views,
        refusals=tuple(_refusals(work, unit, hers)),
        handovers=tuple(_handovers(work, unit, hers)),
        accesses=told_accesses(work, unit, hers, given),
        disclosures=tuple(_disclosures(work, unit, hers)),
    )


def _consents(work: Work, unit: UUID, hers: Ids) -> Iterator[ConsentView]:
    pending, now = pending_categories(work, hers[0]), work.clock.now()
    rows = work.session.scalars(
        select(Consent).where(Consent.client_id.in_(hers)).order_by(Consent.recorded_at, Consent.id)
    )
    for row in intact(work, rows):
        view = view_of(row, unit, now, pending.get(row.id, ()))
        if view is not None:
            yield view


def _refusals(work: Work, unit: UUID, hers: Ids) -> Iterator[RefusalView]:
    rows = work.session.scalars(
        select(Refusal)
        .where(Refusal.client_id.in_(hers), Refusal.unit_id == unit)
        .order_by(Refusal.recorded_at, Refusal.id)
    )
    for row in intact(work, rows):
        yield RefusalView(
            row.to_units, row.categories, row.purposes, row.recorded_at, row.partner_id
        )


def _disclosures(work: Work, unit: UUID, hers: Ids) -> Iterator[ToldOutside]:
    rows = work.session.scalars(
        select(Disclosure)
        .where(Disclosure.client_id.in_(hers), Disclosure.unit_id == unit)
        .order_by(Disclosure.made_at, Disclosure.id)
    )
    for row in intact(work, rows):
        yield ToldOutside(
            id=row.id,
            consent=row.consent_id,
            partner=row.partner_id,
            purpose=row.purpose,
            categories=row.categories,
            made_at=row.made_at,
            acknowledged_at=row.acknowledged_at,
            overtaken_at=row.overtaken_at,
            retold=row.retold,
            retold_at=row.retold_at,
        )


def _handovers(work: Work, unit: UUID, hers: Ids) -> Iterator[SentHandover]:
    """Yield what the unit sent; what was sent to it is told by whoever sent it."""
    now = work.clock.now()
    rows = work.session.scalars(
        select(Handover)
        .where(Handover.client_id.in_(hers), Handover.from_unit == unit)
        .order_by(Handover.sent_at, Handover.id)
    )
    for row in intact(work, rows):
        expired = row.state == HandoverState.OPEN and now >= row.expires_at
        state = HandoverState.EXPIRED if expired else HandoverState(row.state)
        yield SentHandover(row.to_unit, state, row.sent_at, row.decided_at)
