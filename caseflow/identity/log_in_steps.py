"""Keep a log-in between its password and its second factor: for five minutes, for one try.

A log-in that failed is kept alike, so that what follows does not tell whether the password fits.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select

from caseflow.crypto.tokens import new_token, token_digest
from caseflow.database.tables.second_factors import LogInStep
from caseflow.database.unit_of_work import Work
from caseflow.identity.whole_text import whole_text
from caseflow.keys.keyring import OpenedPair
from caseflow.keys.session_keys import seal_for_step
from caseflow.vocabulary.ids import new_id

LASTS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Step:
    """A log-in that waits for its second factor, or looks like it; its token is told once."""

    token: str = field(repr=False)


def keep_step(work: Work, opened: OpenedPair | None, tries: int) -> Step:
    """Keep what the password has opened, or nothing, and return the token that leads on."""
    now = work.clock.now()
    work.session.execute(delete(LogInStep).where(LogInStep.ends_at < now))
    step, id_, ends_at = Step(new_token()), new_id(), now + LASTS
    resting = seal_for_step(work, opened, id_, ends_at, step.token)
    row = LogInStep(
        id=id_,
        token_digest=token_digest(step.token),
        staff_id=opened.staff if opened else None,
        pair_id=opened.pair if opened else None,
        root_key_id=resting.root_key_id,
        wrapped=resting.wrapped,
        tries=tries,
        ends_at=ends_at,
    )
    work.session.add(row)
    return step


def find_step(work: Work, token: str) -> LogInStep | None:
    """Return the step of a token, unless it is unknown, taken or over."""
    digest = token_digest(whole_text(token))
    found = work.session.scalar(select(LogInStep).where(LogInStep.token_digest == digest))
    return found if found is not None and work.clock.now() < found.ends_at else None


def take_step(work: Work, token: str) -> LogInStep | None:
    """Return the step of a token for its one try; of two at once only one gets it."""
    found = find_step(work, token)
    if found is None:
        return None
    work.session.expunge(found)
    taken = delete(LogInStep).where(LogInStep.id == found.id).returning(LogInStep.id)
    won = work.session.execute(taken, execution_options={"synchronize_session": False})
    return None if won.scalar_one_or_none() is None else found


def drop_steps(work: Work, staff: UUID) -> None:
    """Forget the log-ins that somebody has begun: what they open leads nowhere any more."""
    work.session.execute(
        delete(LogInStep).where(LogInStep.staff_id == staff),
        execution_options={"synchronize_session": False},
    )
