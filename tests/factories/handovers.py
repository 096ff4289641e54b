"""Handovers as a test sends, lists and answers them."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.handovers import Handover
from caseflow.handovers import (
    Direction,
    HandoverView,
    Slip,
    accept_handover,
    list_handovers,
    send_handover,
)
from caseflow.handovers.accept_handover import Accepted
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Refused
from tests.factories.clients import Known
from tests.factories.house import House

SLIP = Slip("today", ["uk", "ru"], 2)


def sent(
    house: House,
    actor: Actor,
    known: Known,
    to: str,
    consent: Consent | None = None,
    note: str = "",
) -> UUID:
    """Send a handover that nothing is wrong with."""
    work = house.work(actor)
    slip = replace(SLIP, note=note)
    carried = None if consent is None else consent.id
    answer = send_handover(work, actor, known.id, house.units[to], carried, slip)
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def listed(house: House, actor: Actor, direction: Direction) -> tuple[HandoverView, ...]:
    """List the handovers of a unit."""
    answer = list_handovers(house.work(actor), actor, direction)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def answered(house: House, actor: Actor, handover: UUID) -> Done[Accepted] | Invalid | Refused:
    """Accept a handover and finish, whatever the answer is."""
    work = house.work(actor)
    answer = accept_handover(work, actor, handover)
    work.finish()
    return answer


def accepted(house: House, actor: Actor, handover: UUID) -> Accepted:
    """Accept a handover that can be accepted."""
    answer = answered(house, actor, handover)
    assert isinstance(answer, Done), answer
    return answer.value


def exchange_slips(house: House, handover: UUID) -> None:
    """Damage a handover so that neither unit opens its slip, under a sound row seal."""
    work = house.work()
    row = work.session.scalars(select(Handover).where(Handover.id == handover)).one()
    change(work, row, slip_to=row.slip_from, slip_from=row.slip_to)
    work.finish()
