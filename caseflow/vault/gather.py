"""Load the rows that decide about one client and one actor, each with its seal checked.

The same statements run whether or not there is such a client: the time tells nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, select

from caseflow.database.base import CountedRow
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Desk, Wall
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.policy.facts import CaseFact, ConsentFact, EmergencyFact, Facts
from caseflow.vault.apart_rows import cases_of_pairs
from caseflow.vault.deserted import is_deserted, kept_to
from caseflow.vault.exception_rows import exceptions_of_unit
from caseflow.vault.facts_of_rows import (
    case_fact,
    category_rules,
    consent_now,
    desk_fact,
    drawer_fact,
    emergency_fact,
    in_doubt,
)
from caseflow.vault.known_by import handed_over, known_by
from caseflow.vault.members import acting, acting_fact, load_members
from caseflow.vault.present_case import kept_together, present_cases
from caseflow.vault.same_person import Person, person_of
from caseflow.vault.suspended import is_suspended
from caseflow.vocabulary.actors import Actor

# Built once: every page runs them all, and building costs as much as running.
_IDS: BindParameter[Sequence[UUID]] = bindparam("clients", expanding=True)
_DRAWERS = select(Drawer).where(Drawer.client_id.in_(_IDS))
_CONSENTS = select(Consent).where(Consent.client_id.in_(_IDS))
_WALLS = select(Wall).where(Wall.client_id.in_(_IDS), Wall.staff_id == bindparam("staff"))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts, and the rows that they were read from."""

    facts: Facts
    person: Person
    membership: Membership | None
    case: Case | None  # of several that the unit has of one person the one that stands for all
    desk: Desk | None
    drawers: dict[UUID, Drawer]
    consents: dict[UUID, Consent]
    emergencies: dict[UUID, EmergencyAccess]
    exceptions: dict[UUID, LawfulException] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()  # the present one under each of her ids, in this unit

    def case_under(self, client: UUID) -> Case | None:
        """Return the unit's present case under one of her ids."""
        return next((case for case in self.cases if case.client_id == client), None)

    def basis_row(self, basis_id: UUID) -> CountedRow:
        """Return the row of a basis that the decision named."""
        rows: dict[UUID, CountedRow] = {
            **self.consents,
            **self.emergencies,
            **self.exceptions,
        }
        for row in (self.membership, self.case, self.desk):
            if row is not None:
                rows[row.id] = row
        return rows[basis_id]


def gather(work: Work, actor: Actor, client: UUID) -> Gathered:
    """Return all that decides about this client and this actor now, under whichever of her ids."""
    person = person_of(work, client)
    known = known_by(work, actor, person)
    cases = present_cases(work, known.cases)
    unasked = cases_of_pairs(work, person.ids)
    case, case_fact_, members = _case(work, actor, known.cases, cases, unasked)
    membership = acting(members, actor)
    suspended = is_suspended(work)
    emergencies = () if suspended else tuple(known.emergencies)
    drawers = _drawers(work, person)
    consents = _consents(work, person)
    exceptions = exceptions_of_unit(work, person, actor.unit)
    desk = known.desk()
    facts = Facts(
        membership=acting_fact(membership, actor),
        case=case_fact_,
        walled=_walled(work, actor, person),
        drawers=tuple(drawer_fact(drawer) for drawer in drawers),
        consents=tuple(_consent_fact(person, consent) for consent in consents),
        emergencies=tuple(_emergency_fact(person, each) for each in emergencies),
        desk=None if desk is None else desk_fact(desk),
        categories=category_rules(work.configuration),
        handed_over=handed_over(work, person, known.handovers, consents),
        exceptions=tuple(each.fact for each in exceptions),
        same_person=frozenset(person.ids[1:]),
        suspended=suspended,
    )
    return Gathered(
        facts=facts,
        person=person,
        membership=membership,
        case=case,
        desk=desk,
        drawers={drawer.id: drawer for drawer in drawers},
        consents={consent.id: consent for consent in consents},
        emergencies={emergency.id: emergency for emergency in emergencies},
        exceptions={each.row.id: each.row for each in exceptions},
        cases=tuple(cases or ()),
    )


def drawers_of(work: Work, client: UUID) -> list[Drawer]:
    """Return all drawers of a client whose seals hold, under whichever of her ids."""
    return _drawers(work, person_of(work, client))


def consent_facts(work: Work, client: UUID) -> tuple[ConsentFact, ...]:
    """Return all consents of a client as facts, given under whichever of her ids."""
    person = person_of(work, client)
    return tuple(_consent_fact(person, consent) for consent in _consents(work, person))


def _case(
    work: Work,
    actor: Actor,
    rows: Sequence[Case],
    present: Sequence[Case] | None,
    unasked: frozenset[UUID],
) -> tuple[Case | None, CaseFact | None, list[Membership]]:
    """Return the case that stands for all, its fact, and the memberships whose seals hold.

    Loaded with her own are those of the staff that the case is restricted to.
    """
    kept = kept_together(present) if present else None
    members, sound = load_members(work, actor, kept_to(kept))
    if not present or kept is None:
        return None, in_doubt(rows), sound
    by_pair = any(each.id in unasked for each in present)
    left = is_deserted(kept, members, sound, unasked=by_pair)
    fact = case_fact(present[0], deserted=left)
    if len(present) > 1:
        fact = replace(fact, restricted=kept.restricted, assigned=frozenset(kept.assigned))
    return present[0], fact, sound


def _drawers(work: Work, person: Person) -> list[Drawer]:
    return intact(work, work.session.scalars(_DRAWERS, {"clients": person.ids}))


def _consents(work: Work, person: Person) -> list[Consent]:
    return intact(work, work.session.scalars(_CONSENTS, {"clients": person.ids}))


def _consent_fact(person: Person, row: Consent) -> ConsentFact:
    return consent_now(row, person.unheard(row.client_id, row.recorded_at))


def _emergency_fact(person: Person, row: EmergencyAccess) -> EmergencyFact:
    return emergency_fact(row, person.unheard(row.client_id, row.declared_at))


def _walled(work: Work, actor: Actor, person: Person) -> bool:
    asked = {"clients": person.ids, "staff": actor.staff}
    found = work.session.scalars(_WALLS, asked).all()
    # A wall whose seal is broken still stands: only an intact row can say that it was lifted.
    sound = intact(work, found)
    return len(sound) < len(found) or any(wall.lifted_at is None for wall in sound)
