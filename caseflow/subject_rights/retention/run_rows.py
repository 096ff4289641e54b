"""Find a retention run, and say what became of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.retention import RetentionRun
from caseflow.database.unit_of_work import Work
from caseflow.subject_rights.retention.due import Listed
from caseflow.vault.hidden import hidden_clients
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.retention import RunState


@dataclass(frozen=True, slots=True)
class RunView:
    """A run as the officers see it."""

    id: UUID
    state: RunState
    items: tuple[Listed, ...]
    prepared_by: UUID
    prepared_at: datetime
    answered_by: UUID | None
    answered_at: datetime | None
    done: int
    left_out: int
    finished_at: datetime | None
    answerable: bool  # by who looks

    @property
    def counts(self) -> dict[tuple[str, UUID | None], int]:
        """Return how many there are by class and unit."""
        return dict(Counter((item.rule, item.unit) for item in self.items))


def items_of(row: RetentionRun) -> tuple[Listed, ...]:
    """Return the list of a run whose seal holds."""
    return tuple(Listed.of(said) for said in row.items)


def runs_for(work: Work, actor: Actor, run: UUID | None = None) -> list[RetentionRun]:
    """Return all runs, or one, the newest first; none with somebody a wall keeps from who asks."""
    found = select(RetentionRun).order_by(RetentionRun.prepared_at.desc(), RetentionRun.id)
    if run is not None:
        found = found.where(RetentionRun.id == run)
    rows = intact(work, work.session.scalars(found))
    clients = {row.id: {item.client for item in items_of(row)} for row in rows}
    hidden = hidden_clients(work, actor, set().union(*clients.values()))
    return [row for row in rows if hidden.isdisjoint(clients[row.id])]


def state_of_run(row: RetentionRun) -> RunState:
    """Return what became of a run."""
    if row.answered_at is None:
        return RunState.WAITING
    if row.refused:
        return RunState.REFUSED
    return RunState.AGREED if row.finished_at is None else RunState.DONE


def view_of_run(actor: Actor, row: RetentionRun) -> RunView:
    """Return a run as an officer sees it."""
    state = state_of_run(row)
    return RunView(
        id=row.id,
        state=state,
        items=items_of(row),
        prepared_by=row.prepared_by,
        prepared_at=row.prepared_at,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        done=row.done,
        left_out=row.left_out,
        finished_at=row.finished_at,
        answerable=state is RunState.WAITING and row.prepared_by != actor.staff,
    )
