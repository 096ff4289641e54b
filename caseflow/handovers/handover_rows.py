"""Find a handover that the acting unit has a part in, and say where it stands.

One whose time is over is written down as such by whoever comes upon it.
"""

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Select, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.handovers import Handover
from caseflow.database.unit_of_work import Work
from caseflow.vault.consent_states import opened_now
from caseflow.vault.hidden import hidden_clients
from caseflow.vault.same_person import Person, everybody
from caseflow.vault.settle_by_time import expire_handover
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.states import HandoverState


class Direction(StrEnum):
    """Which way a handover goes, seen from the acting unit."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Found:
    """A handover, and what its consent opens now: nothing where it has none or has ended."""

    row: Handover
    state: HandoverState
    consent: Consent | None  # None too when it opens nothing any more
    categories: frozenset[str]


def find_handovers(work: Work, actor: Actor, direction: Direction) -> list[Found]:
    """Return the unit's handovers of one direction that exist for the actor, the newest first."""
    newest = select(Handover).order_by(Handover.sent_at.desc(), Handover.id)
    return _found(work, actor, direction, newest)


def find_handover(work: Work, actor: Actor, direction: Direction, handover: UUID) -> Found | None:
    """Return one handover, None for every id that does not exist for the actor."""
    found = _found(work, actor, direction, select(Handover).where(Handover.id == handover))
    return next(iter(found), None)


def _found(work: Work, actor: Actor, direction: Direction, query: Select[Handover]) -> list[Found]:
    side = Handover.to_unit if direction is Direction.IN else Handover.from_unit
    rows = intact(work, work.session.scalars(query.where(side == actor.unit)))
    hidden = hidden_clients(work, actor, (row.client_id for row in rows))
    consents, people = _consents(work, rows), everybody(work)
    found = [
        _stands(work, row, consents.get(row.consent_id), people.who(row.client_id))
        for row in rows
        if not (row.client_id in hidden and _names_her(row, direction))
    ]
    for each in found:
        if (each.row.state, each.state) == (HandoverState.OPEN, HandoverState.EXPIRED):
            with suppress(Stale):  # somebody else has just written it down
                expire_handover(work, None, each.row)
    return found


def _names_her(row: Handover, direction: Direction) -> bool:
    """Say whether the acting unit learns from it who she is."""
    return direction is Direction.OUT or row.consent_id is not None


def _consents(work: Work, rows: list[Handover]) -> dict[UUID | None, Consent]:
    ids = {row.consent_id for row in rows if row.consent_id is not None}
    found = work.session.scalars(select(Consent).where(Consent.id.in_(ids)))
    return {consent.id: consent for consent in intact(work, found)}


def _stands(work: Work, row: Handover, consent: Consent | None, person: Person) -> Found:
    opened = (
        frozenset[str]()
        if consent is None
        else opened_now(work, consent, row.from_unit, row.to_unit, person)
    )
    carried = row.consent_id is None or bool(opened)
    return Found(row, _state(work, row, carried=carried), consent if opened else None, opened)


def _state(work: Work, row: Handover, *, carried: bool) -> HandoverState:
    """Return the state now: an open one ends with its time, and with the consent that carries."""
    state = HandoverState(row.state)
    if state is not HandoverState.OPEN:
        return state
    if row.expires_at <= work.clock.now():
        return HandoverState.EXPIRED
    return state if carried else HandoverState.WITHDRAWN
