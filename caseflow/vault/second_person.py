"""Say which lawful exceptions wait for whom: a lead of an owning unit, or an officer.

Never for whoever declared it, never for somebody behind a wall to her, and never for a lead whose
unit has no case of hers: she must not learn of her by being asked.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.clients import Case
from caseflow.database.unit_of_work import Work
from caseflow.policy.exceptions import awaited, exception_state, runs
from caseflow.vault.exception_rows import Exceptional, running_exceptions
from caseflow.vault.facts_of_rows import category_rules
from caseflow.vault.hidden import hidden_clients
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.states import ExceptionState


def waiting_for(work: Work, actor: Actor) -> list[Exceptional]:
    """Return the running exceptions that the actor may answer, the oldest first."""
    waiting = [each for each in running_exceptions(work) if answerable(work, actor, each)]
    clients = {each.row.client_id for each in waiting}
    if actor.role is not Role.OFFICER:
        clients &= _known_to(work, actor.unit, clients)
    clients -= hidden_clients(work, actor, clients)
    return [each for each in waiting if each.row.client_id in clients]


def answerable(work: Work, actor: Actor, exception: Exceptional) -> tuple[UUID, ...]:
    """Return the owning units for which an answer of the actor would still open something."""
    if exception.row.declared_by == actor.staff:
        return ()
    by_lead, units = actor.role is Role.LEAD, exception.row.from_units
    mine = {Role.LEAD: {actor.unit} & set(units), Role.OFFICER: set(units)}.get(actor.role, set())
    fact, now, rules = exception.fact, work.clock.now(), category_rules(work.configuration)
    return tuple(unit for unit in sorted(mine) if awaited(fact, unit, now, rules, by_lead=by_lead))


def state_of_exception(work: Work, exception: Exceptional) -> ExceptionState:
    """Return the state of a lawful exception now."""
    refused = exception.row.refused
    return exception_state(exception.fact, work.clock.now(), refused=refused)


def is_running(work: Work, exception: Exceptional) -> bool:
    """Say whether it runs now, agreed to or not."""
    return runs(exception.fact, work.clock.now())


def _known_to(work: Work, unit: UUID, clients: Iterable[UUID]) -> set[UUID]:
    found = select(Case.client_id).where(Case.unit_id == unit, Case.client_id.in_(list(clients)))
    return set(work.session.scalars(found))
