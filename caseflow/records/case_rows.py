"""Make the row of a new case of the acting unit."""

from uuid import UUID

from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.vault.codes import sealed_code
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.ids import new_id


def add_case(work: Work, actor: Actor, client: UUID, code: str) -> Case:
    """Add a new open case; whoever opens it is assigned to it."""
    row = new_id()
    case = Case(
        client_id=client,
        id=row,
        unit_id=actor.unit,
        opened_at=work.clock.now(),
        opened_by=actor.staff,
        assigned=(actor.staff,),
        **sealed_code(work, actor.unit, row, code),
    )
    work.session.add(case)
    work.session.flush()
    return case
