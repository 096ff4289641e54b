"""Find what another system sent for a client, as the unit that received it may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from uuid import UUID

from sqlalchemy import select

from caseflow.consents.declaration import Offer
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.received_consents import ReceivedConsent
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import NO_CLIENT, Ask, Permit, permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused


@dataclass(frozen=True, slots=True)
class Received:
    """A consent that was sent, and whether she was asked about it."""

    id: UUID
    client: UUID
    offer: Offer
    last_day: date | None  # where it names one
    received_by: UUID  # staff
    received_at: datetime
    answered_at: datetime | None
    consent: UUID | None  # that she declared

    @property
    def state(self) -> str:
        """Return whether it waits for her word, or what she said."""
        if self.answered_at is None:
            return "waiting"
        return "turned_down" if self.consent is None else "confirmed"


def waiting_and_answered(work: Work, clients: Iterable[UUID], unit: UUID) -> list[ReceivedConsent]:
    """Return what this unit received for her, by whichever of her ids, the newest first."""
    found = work.session.scalars(
        select(ReceivedConsent)
        .where(ReceivedConsent.client_id.in_(clients), ReceivedConsent.unit_id == unit)
        .order_by(ReceivedConsent.received_at.desc(), ReceivedConsent.id)
    )
    return intact(work, found)


def permit_received(
    work: Work, actor: Actor, act: Act, received: UUID
) -> tuple[Permit, ReceivedConsent] | Refused:
    """Return a permit with the row it is about, or the refusal, traced already.

    What another unit received was never sent, for whoever asks.
    """
    found = work.session.scalars(select(ReceivedConsent).where(ReceivedConsent.id == received))
    row = next(iter(intact(work, found)), None)
    ours = row is not None and row.unit_id == actor.unit
    client = row.client_id if row is not None and ours else NO_CLIENT
    given = permit(work, actor, Ask(act, client))
    if isinstance(given, Refused):
        return given
    return given, cast("ReceivedConsent", row)  # about nobody there is no ground for the act


def view_of_received(row: ReceivedConsent) -> Received:
    """Return a row as it is shown."""
    return Received(
        id=row.id,
        client=row.client_id,
        offer=offer_of(row),
        last_day=row.last_day,
        received_by=row.received_by,
        received_at=row.received_at,
        answered_at=row.answered_at,
        consent=row.consent_id,
    )


def offer_of(row: ReceivedConsent) -> Offer:
    """Return what she would be asked to agree to."""
    return Offer(
        from_units=frozenset(row.from_units),
        to_units=frozenset(row.to_units),
        categories=frozenset(row.categories),
        purposes=frozenset(row.purposes),
        actions=frozenset(row.actions),
        refused=frozenset((UUID(no["to_unit"]), no["category"]) for no in row.exclusions),
    )
