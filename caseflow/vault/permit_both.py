"""Decide on one act about two clients at once: both are open to who asks, or neither is."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.exc import OperationalError

from caseflow.database.base import CountedRow
from caseflow.database.sealed_rows import use
from caseflow.database.unit_of_work import Work
from caseflow.policy.decision import Permitted, decide
from caseflow.vault.gather import Gathered, gather
from caseflow.vault.permit import TRIES, Ask, Permit, note_refused, permit, question_of
from caseflow.vault.reasons import keep_reason
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.bases import UsedBasis
from caseflow.vocabulary.ids import new_id

Decided = tuple[Ask, Gathered, Permitted]


def permit_both(
    work: Work, actor: Actor, first: Ask, second: Ask
) -> tuple[Permit, Permit] | Refused:
    """Return a permit about each, every basis used once, or the refusal, which is traced already.

    Where one of them is not open that is the answer, whatever is to be said of the other; where
    both are refused alike the first is the one that is named. The second permit names no basis
    that the first one has named.
    """
    for _ in range(TRIES):
        decided, refused = _decide(work, actor, (first, second))
        if refused:
            return _refused(work, actor, min(refused, key=lambda each: not _hides(each))[0])
        used = _used(work, decided)
        if used is not None:
            one, other = (_given(work, actor, each, used) for each in decided)
            return one, other
        work.abandon()
    return note_refused(work, actor, first, Refused(Reason.TOO_LATE))


def _decide(
    work: Work, actor: Actor, asks: Sequence[Ask]
) -> tuple[list[Decided], list[tuple[Ask, Refused]]]:
    """Return what was decided of each, and what was refused."""
    decided: list[Decided] = []
    refused: list[tuple[Ask, Refused]] = []
    for ask in asks:
        gathered = gather(work, actor, ask.client)
        answer = decide(question_of(work, actor, ask), gathered.facts)
        if isinstance(answer, Refused):
            refused.append((ask, answer))
        else:
            decided.append((ask, gathered, answer))
    return decided, refused


def _hides(refused: tuple[Ask, Refused]) -> bool:
    return refused[1].reason is Reason.NOT_OPEN


def _refused(work: Work, actor: Actor, ask: Ask) -> Refused:
    """Return the refusal as it is for one client alone, with its trace and its alarm."""
    answer = permit(work, actor, ask)
    if isinstance(answer, Refused):
        return answer
    work.abandon()  # it has become open meanwhile: whoever asks again is told so
    return note_refused(work, actor, ask, Refused(Reason.TOO_LATE))


def _used(work: Work, decided: Sequence[Decided]) -> dict[UUID, UsedBasis] | None:
    """Use every basis once, in ascending id; None when another request was faster."""
    bases = {
        basis.id: (basis, gathered.basis_row(basis.id))
        for _, gathered, answer in decided
        for basis in answer.bases
    }
    used: dict[UUID, UsedBasis] = {}
    for key in sorted(bases):
        basis, row = bases[key]
        number = _number(work, row)
        if number is None:
            return None
        used[key] = UsedBasis(basis.kind, basis.id, number)
    return used


def _number(work: Work, row: CountedRow) -> int | None:
    try:
        return use(work, row)
    except OperationalError:
        return None  # PostgreSQL ends one of two requests that wait for each other's rows


def _given(work: Work, actor: Actor, decided: Decided, left: dict[UUID, UsedBasis]) -> Permit:
    """Return a permit that takes those of its bases that no other has named."""
    ask, gathered, answer = decided
    named = tuple(left.pop(basis.id) for basis in answer.bases if basis.id in left)
    entry = new_id()
    digest = keep_reason(work, entry, ask.reason)
    return Permit(entry, actor, ask, gathered, (), named, digest)
