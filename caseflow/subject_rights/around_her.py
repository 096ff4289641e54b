"""Gather what belongs to an export beside the drawers: consents, refusals, handovers, accesses.

Read before the drawers are decided on, and of no use to anybody until that is permitted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.look import LogFilter, all_entries
from caseflow.consents import ConsentView
from caseflow.consents.pending import pending_categories
from caseflow.consents.views import view_of
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import Consent, Refusal
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.partners import Disclosure
from caseflow.database.unit_of_work import Work
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.states import HandoverState

Ids: TypeAlias = tuple[UUID, ...]  # all that are one person; the one that was asked for first

_SEEING = frozenset(
    {
        Act.STORY_READ,
        Act.INTAKE_READ,
        Act.ENTRY_READ,
        Act.CLIENT_READ,
        Act.CLIENT_EXPORT,
        Act.COPY_MAKE,
        Act.CONSENT_READ,
        Act.CARD_PRINT,
    }
)


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


@dataclass(frozen=True, slots=True)
class SentHandover:
    """The unit proposed her to another."""

    to_unit: UUID
    state: HandoverState
    sent_at: datetime
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, order=True)
class Access:
    """On a day, a unit saw something of her for a purpose; nobody who works there is named."""

    on: date
    unit: UUID
    purpose: str
    categories: tuple[str, ...]


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
        accesses=_accesses(work, unit, hers, given),
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


def _accesses(work: Work, unit: UUID, hers: Ids, given: frozenset[UUID]) -> tuple[Access, ...]:
    """Return who saw her and when: the unit itself, and others what it gave them by a consent.

    That another unit knows her without a consent of this one is not for this one to learn.
    """
    seen: dict[tuple[date, UUID, str], set[str]] = {}
    for content in chain.from_iterable(_looks(work, client) for client in hers):
        by, categories = UUID(content["unit"]), _categories(content, unit)
        own = by == unit
        if own or (categories and given & set(_consents_of(content))):
            at = datetime.fromisoformat(content["at"])
            key = (local_day(at, work.configuration.zone), by, content.get("purpose", ""))
            seen.setdefault(key, set()).update(categories)
    return tuple(sorted(Access(*key, tuple(sorted(words))) for key, words in seen.items()))


def _looks(work: Work, client: UUID) -> Iterator[dict[str, Any]]:
    filters = LogFilter(client=client, acts=_SEEING, decision="permitted")
    yield from (entry.content for entry in all_entries(work, filters))


def _categories(content: dict[str, Any], unit: UUID) -> list[str]:
    """Return the categories of the unit's own drawers that were opened."""
    drawers: Iterable[dict[str, str]] = content.get("drawers", ()) if "fields" in content else ()
    return [each["category"] for each in drawers if UUID(each["unit"]) == unit]


def _consents_of(content: dict[str, Any]) -> Iterator[UUID]:
    for basis in content.get("bases", ()):
        if basis["kind"] == "consent":
            yield UUID(basis["id"])
