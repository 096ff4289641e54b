"""List the handovers that wait for a unit or that it has sent, with their slips."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.handovers.handover_rows import Direction, Found, find_handovers
from caseflow.handovers.letters import ANSWER, SLIP, answer_letter, slip_letter
from caseflow.handovers.slip import WrittenSlip, opened_slip
from caseflow.vault.consent_states import IDENTITY
from caseflow.vault.letters import Letter, Texts, open_letters
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.states import HandoverState

SHOWN_AT_MOST = 100
TRIES = 3


@dataclass(frozen=True, slots=True)
class HandoverView:
    """A handover as one of its two units sees it."""

    id: UUID
    from_unit: UUID
    to_unit: UUID
    state: HandoverState
    client: UUID | None  # None for the receiver without a consent, and when it has ended
    slip: WrittenSlip | None  # None when it is closed to the unit, or damaged
    reason: str  # why it was declined
    sent_by: UUID
    sent_at: datetime
    expires_at: datetime
    decided_by: UUID | None
    decided_at: datetime | None


def list_handovers(
    work: Work, actor: Actor, direction: Direction
) -> Disclosed[tuple[HandoverView, ...]] | Refused:
    """Return the unit's handovers of one direction, the open ones first, then the newest.

    At most 100. What a consent carried is closed to the receiver as soon as the consent ends.
    """
    for _ in range(TRIES - 1):
        answer = _attempt(work, actor, direction)
        # A consent that ended while the list was made: the next list knows it.
        if answer != Refused(Reason.TOO_LATE):
            return answer
    return _attempt(work, actor, direction)


def _attempt(
    work: Work, actor: Actor, direction: Direction
) -> Disclosed[tuple[HandoverView, ...]] | Refused:
    found = find_handovers(work, actor, direction)
    found.sort(key=lambda each: each.state is not HandoverState.OPEN)
    shown = found[:SHOWN_AT_MOST]
    answer = open_letters(work, actor, Act.HANDOVER_READ, list(_letters(shown, direction)))
    if isinstance(answer, Refused):
        return answer
    return Disclosed(tuple(_view(each, direction, answer.value) for each in shown))


def _letters(found: Iterable[Found], direction: Direction) -> Iterable[Letter]:
    for each in found:
        for letter in (slip_letter(each, direction), answer_letter(each, direction)):
            if letter is not None:
                yield letter


def _view(found: Found, direction: Direction, texts: Texts) -> HandoverView:
    row, letter = found.row, slip_letter(found, direction)
    return HandoverView(
        id=row.id,
        from_unit=row.from_unit,
        to_unit=row.to_unit,
        state=found.state,
        client=None if letter is None else letter.client,
        slip=_slip(found, direction, texts.get((row.id, SLIP))),
        reason=texts.get((row.id, ANSWER), ""),
        sent_by=row.sent_by,
        sent_at=row.sent_at,
        expires_at=row.expires_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )


def _slip(found: Found, direction: Direction, text: str | None) -> WrittenSlip | None:
    if text is None:
        return None
    slip = opened_slip(text)
    if direction is Direction.OUT or IDENTITY in found.categories:
        return slip
    # She may have taken her identity back since the slip was written.
    return replace(slip, name="", birth_year="")
