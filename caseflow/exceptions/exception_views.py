"""Show lawful exceptions to those whose business they are; what was said for it opens apart."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.vault.exception_rows import Exceptional
from caseflow.vault.second_person import answerable, is_running, state_of_exception
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.states import ExceptionState


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Who agreed for which owning unit, and whether its keys are handed out."""

    unit: UUID
    by: UUID
    role: str  # lead of that unit, or officer
    at: datetime
    handed_out: bool


@dataclass(frozen=True, slots=True)
class ExceptionView:
    """A lawful exception without what was said for it."""

    id: UUID
    client: UUID
    kind: str
    unit: UUID  # that asks
    declared_by: UUID
    from_units: tuple[UUID, ...]
    categories: tuple[str, ...]
    purpose: str
    declared_at: datetime
    until: datetime
    ended_at: datetime | None
    state: ExceptionState
    agreements: tuple[AgreementView, ...]
    answerable: tuple[UUID, ...]  # the units for which who looks may answer
    may_end: bool  # who looks


def view_of_exception(work: Work, actor: Actor, found: Exceptional) -> ExceptionView:
    """Return a lawful exception as it stands now for the actor."""
    row = found.row
    ends = row.unit_id == actor.unit or actor.role is Role.OFFICER
    return ExceptionView(
        id=row.id,
        client=row.client_id,
        kind=row.kind,
        unit=row.unit_id,
        declared_by=row.declared_by,
        from_units=row.from_units,
        categories=row.categories,
        purpose=row.purpose,
        declared_at=row.declared_at,
        until=row.until,
        ended_at=row.ended_at,
        state=state_of_exception(work, found),
        agreements=tuple(
            AgreementView(
                each.unit_id, each.agreed_by, each.role, each.agreed_at, each.done_at is not None
            )
            for each in found.agreements
        ),
        answerable=answerable(work, actor, found),
        may_end=ends and is_running(work, found),
    )
