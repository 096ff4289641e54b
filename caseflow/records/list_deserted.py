"""List the restricted cases that nobody is left for, so that a lead can assign them.

That nobody knows of one any more is one way to it; that no lead can assign it anew is the other,
where it was restricted because its client is kept apart.

They are shown by the code alone that the unit keeps with its own case: no name, no drawer.
"""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.apart_rows import all_apart
from caseflow.vault.codes import code_of
from caseflow.vault.deserted import HELD, is_deserted, kept_to
from caseflow.vault.hidden import walled_clients
from caseflow.vault.permit import Deeds, permit_member, trace
from caseflow.vault.present_case import present_case
from caseflow.vault.same_person import everybody
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused

SHOWN_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class Deserted:
    """A case as a lead may know of it who may not know of it."""

    case: UUID
    code: str
    open: bool
    generation: int  # that was on the screen


def list_deserted(work: Work, actor: Actor) -> Disclosed[tuple[Deserted, ...]] | Refused:
    """Return the first fifty of the unit's deserted cases, the open ones first."""
    given = permit_member(work, actor, Act.CASE_DESERTED)
    if isinstance(given, Refused):
        work.finish()
        return given
    cases = _deserted(work, actor)[:SHOWN_AT_MOST]
    trace(work, given, Deeds(clients=tuple(case.client_id for case in cases)))
    work.finish()
    shown = tuple(_shown(work, case) for case in cases)
    raise_alarms(work, actor, ())
    return Disclosed(shown)


def count_deserted(work: Work, actor: Actor) -> int:
    """Return how many of the unit's cases are deserted, without a code; none but a lead is told."""
    return len(_deserted(work, actor)) if actor.role is Role.LEAD else 0


def _deserted(work: Work, actor: Actor) -> list[Case]:
    cases = _present(work, actor.unit)
    staff = {each for case in cases for each in kept_to(case)}
    asked = {"unit": actor.unit, "kept_to": list(staff)}
    members = work.session.scalars(select(Membership).where(HELD), asked).all()
    sound = intact(work, members)
    walled, people = walled_clients(work, actor), everybody(work)
    unasked = all_apart(work).cases
    return [
        case
        for case in cases
        if walled.isdisjoint(people.who(case.client_id).ids)
        and is_deserted(case, members, sound, unasked=case.id in unasked)
    ]


def _present(work: Work, unit: UUID) -> list[Case]:
    """Return the present case of each client who was ever kept to some of the unit's staff."""
    kept = select(Case.client_id).where(Case.unit_id == unit, Case.restricted.is_(True))
    found = select(Case).where(Case.unit_id == unit, Case.client_id.in_(kept))
    by_client: defaultdict[UUID, list[Case]] = defaultdict(list)
    for case in work.session.scalars(found.order_by(Case.opened_at, Case.id)):
        by_client[case.client_id].append(case)
    present = [present_case(work, cases) for cases in by_client.values()]
    known = [case for case in present if case is not None]
    return sorted(known, key=lambda case: (case.closed_at is not None, case.opened_at, case.id))


def _shown(work: Work, case: Case) -> Deserted:
    return Deserted(case.id, code_of(work, case), case.closed_at is None, case.generation)
