"""Make the row of a new case of the acting unit."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.vault.codes import sealed_code
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id


def add_case(work: Work, actor: Actor, client: UUID, code: str, former: Case | None = None) -> Case:
    """Add a new open case; whoever opens it is assigned to it.

    Raises Stale when another open one was faster.
    """
    case = new_case(work, actor, client, code, former)
    work.session.add(case)
    try:
        work.session.flush()
    except IntegrityError as error:
        raise Stale(Case.__tablename__) from error
    return case


def new_case(work: Work, actor: Actor, client: UUID, code: str, former: Case | None = None) -> Case:
    """Return the row of a new open case.

    After a former case of the unit that was restricted it is so for the same staff, and for nobody
    besides.
    """
    row = new_id()
    restricted = former is not None and former.restricted
    assigned = former.assigned if former is not None and former.restricted else (actor.staff,)
    return Case(
        client_id=client,
        id=row,
        unit_id=actor.unit,
        opened_at=work.clock.now(),
        opened_by=actor.staff,
        restricted=restricted,
        assigned=assigned,
        **sealed_code(work, actor.unit, row, code),
    )
