"""Decide on an open handover once: every way that it ends goes through here."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.handovers import Handover
from caseflow.database.unit_of_work import Work
from caseflow.handovers.handover_rows import Direction, Found, find_handover
from caseflow.vault.again import again
from caseflow.vault.begin_again import begin_again
from caseflow.vault.letters import resting_on
from caseflow.vault.permit import NO_CLIENT, Ask, Permit, note_refused, permit, permit_member
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.states import HandoverState

R = TypeVar("R")


def decide(
    work: Work,
    actor: Actor,
    act: Act,
    handover: UUID,
    deed: Callable[[Permit, Found], Done[R] | Invalid],
) -> Done[R] | Invalid | Refused:
    """Return what the deed returns; TOO_LATE when the handover is not open any more.

    The deed is called again when others were faster, so it must read by itself what it decides by.
    Raises Stale when they were so again and again.
    """

    def once() -> Done[R] | Invalid | Refused:
        found = find_handover(work, actor, direction_of(act), handover)
        if found is None:
            return unknown_handover(work, actor, act)
        given = permit_answer(work, actor, act, found)
        if isinstance(given, Refused):
            return given
        if found.state is not HandoverState.OPEN:
            return refuse(work, given, Reason.TOO_LATE)
        answer = deed(given, found)
        if isinstance(answer, Invalid):
            begin_again(work)
        return answer

    return again(work, once)


def end(work: Work, given: Permit, row: Handover, state: HandoverState, **answer: bytes) -> None:
    """End a handover; raises Stale when somebody else has ended it since it was loaded."""
    now = work.clock.now()
    change(work, row, state=state, decided_by=given.actor.staff, decided_at=now, **answer)


def unknown_handover(work: Work, actor: Actor, act: Act) -> Refused:
    """Refuse what is asked of a handover that does not exist for the actor, whatever her role."""
    return note_refused(work, actor, Ask(act, NO_CLIENT), Refused())


def permit_answer(work: Work, actor: Actor, act: Act, found: Found) -> Permit | Refused:
    """Return a permit about the client where she is named and it is open, else about none.

    Whoever answers to it rests on the consent that carries her: a withdrawal meanwhile comes first.
    """
    if not _about_her(act, found):
        return permit_member(work, actor, act)
    given = permit(work, actor, Ask(act, found.row.client_id))
    if isinstance(given, Refused):
        if _changed(work, found.row):
            raise Stale(Handover.__tablename__)  # somebody ended it between the two looks
        return given
    if act is Act.HANDOVER_WITHDRAW or found.consent is None:
        return given
    return resting_on(work, given, found.consent)


def direction_of(act: Act) -> Direction:
    """Return on which side of a handover somebody stands who does this with it."""
    return Direction.OUT if act is Act.HANDOVER_WITHDRAW else Direction.IN


def _about_her(act: Act, found: Found) -> bool:
    if act is Act.HANDOVER_WITHDRAW:
        return True
    return found.row.consent_id is not None and found.state is HandoverState.OPEN


def _changed(work: Work, row: Handover) -> bool:
    seal = select(Handover.row_seal).where(
        Handover.client_id == row.client_id, Handover.id == row.id
    )
    return work.session.scalar(seal) != row.row_seal
