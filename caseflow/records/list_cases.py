"""List the acting unit's cases of a client."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.vault.permit import Ask, Deeds, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case of the acting unit."""

    id: UUID
    opened_at: datetime
    opened_by: UUID
    closed_at: datetime | None
    assigned: tuple[UUID, ...]
    restricted: bool
    generation: int


def list_cases(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[tuple[CaseView, ...]] | Refused:
    """Return the unit's cases of a client, the latest first; other units' are not hers to know."""
    given = permit(work, actor, Ask(Act.CLIENT_READ, client, reason=reason))
    if isinstance(given, Refused):
        work.finish()
        return given
    found = work.session.scalars(
        select(Case)
        .where(Case.client_id.in_(given.gathered.person.ids), Case.unit_id == actor.unit)
        .order_by(Case.opened_at.desc(), Case.id)
    )
    cases = tuple(_view(case) for case in intact(work, found))
    trace(work, given, Deeds())
    work.finish()
    return Disclosed(cases)


def _view(case: Case) -> CaseView:
    return CaseView(
        id=case.id,
        opened_at=case.opened_at,
        opened_by=case.opened_by,
        closed_at=case.closed_at,
        assigned=tuple(case.assigned),
        restricted=case.restricted,
        generation=case.generation,
    )
