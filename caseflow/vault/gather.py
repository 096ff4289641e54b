"""Load the rows that decide about one client and one actor, each with its seal checked.

The same statements run whether or not there is such a client: the time tells nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, or_, select

from caseflow.database.base import CountedRow
from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Desk, Wall
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.handovers import Handover
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.policy.facts import ConsentFact, Facts, MembershipFact
from caseflow.vault.consent_states import opened_now
from caseflow.vault.deserted import HELD, is_deserted, kept_to
from caseflow.vault.exception_rows import exceptions_of_unit
from caseflow.vault.facts_of_rows import (
    case_fact,
    category_rules,
    consent_fact,
    desk_fact,
    drawer_fact,
    emergency_fact,
    in_doubt,
    membership_fact,
)
from caseflow.vault.present_case import present_case
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.states import HandoverState

# Built once: every page runs them all, and building costs as much as running.
_CLIENT: BindParameter[UUID] = bindparam("client")
_UNIT: BindParameter[UUID] = bindparam("unit")
_STAFF: BindParameter[UUID] = bindparam("staff")
_DRAWERS = select(Drawer).where(Drawer.client_id == _CLIENT)
_CONSENTS = select(Consent).where(Consent.client_id == _CLIENT)
_CASES = select(Case).where(Case.client_id == _CLIENT, Case.unit_id == _UNIT)
_DESKS = select(Desk).where(Desk.client_id == _CLIENT, Desk.session_id == bindparam("session"))
_WALLS = select(Wall).where(Wall.client_id == _CLIENT, Wall.staff_id == _STAFF)
_EMERGENCIES = select(EmergencyAccess).where(
    EmergencyAccess.client_id == _CLIENT, EmergencyAccess.staff_id == _STAFF
)
_HANDOVERS = select(Handover).where(
    Handover.client_id == _CLIENT,
    Handover.to_unit == _UNIT,
    Handover.consent_id.is_not(None),
    Handover.state == HandoverState.OPEN,
)
_MEMBERSHIPS = select(Membership).where(or_(Membership.id == bindparam("membership"), HELD))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts, and the rows that they were read from."""

    facts: Facts
    membership: Membership | None
    case: Case | None
    desk: Desk | None
    drawers: dict[UUID, Drawer]
    consents: dict[UUID, Consent]
    emergencies: dict[UUID, EmergencyAccess]
    exceptions: dict[UUID, LawfulException] = field(default_factory=dict)

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
    """Return all that decides about this client and this actor now."""
    cases = _cases(work, actor, client)
    case = present_case(work, cases)
    members = _memberships(work, actor, case)
    sound = intact(work, members)
    membership = next((row for row in sound if row.id == actor.membership), None)
    desk = _desk(work, actor, client)
    drawers = drawers_of(work, client)
    consents = _consents(work, client)
    emergencies = _emergencies(work, actor, client)
    exceptions = exceptions_of_unit(work, client, actor.unit)
    facts = Facts(
        membership=_fact_of(membership, actor),
        case=in_doubt(cases)
        if case is None
        else case_fact(case, deserted=is_deserted(case, members, sound)),
        walled=_walled(work, actor, client),
        drawers=tuple(drawer_fact(drawer) for drawer in drawers),
        consents=tuple(consent_fact(consent) for consent in consents),
        emergencies=tuple(emergency_fact(emergency) for emergency in emergencies),
        desk=None if desk is None else desk_fact(desk),
        categories=category_rules(work.configuration),
        handed_over=_handed_over(work, actor, client, consents),
        exceptions=tuple(each.fact for each in exceptions),
    )
    return Gathered(
        facts=facts,
        membership=membership,
        case=case,
        desk=desk,
        drawers={drawer.id: drawer for drawer in drawers},
        consents={consent.id: consent for consent in consents},
        emergencies={emergency.id: emergency for emergency in emergencies},
        exceptions={each.row.id: each.row for each in exceptions},
    )


def drawers_of(work: Work, client: UUID) -> list[Drawer]:
    """Return all drawers of a client whose seals hold."""
    return intact(work, work.session.scalars(_DRAWERS, {"client": client}))


def consent_facts(work: Work, client: UUID) -> tuple[ConsentFact, ...]:
    """Return all consents of a client as facts."""
    return tuple(consent_fact(consent) for consent in _consents(work, client))


def _fact_of(row: Membership | None, actor: Actor) -> MembershipFact:
    if row is None:
        return MembershipFact(actor.membership, actor.staff, actor.unit, actor.role, active=False)
    return membership_fact(row)


def _memberships(work: Work, actor: Actor, case: Case | None) -> list[Membership]:
    """Return her own membership, and those of the staff that the case is restricted to."""
    asked = {"membership": actor.membership, "unit": actor.unit, "kept_to": kept_to(case)}
    return list(work.session.scalars(_MEMBERSHIPS, asked))


def _cases(work: Work, actor: Actor, client: UUID) -> list[Case]:
    return list(work.session.scalars(_CASES, {"client": client, "unit": actor.unit}))


def _desk(work: Work, actor: Actor, client: UUID) -> Desk | None:
    found = work.session.scalars(_DESKS, {"client": client, "session": actor.session})
    # Of whichever unit when it is loaded: a row that was moved to another is an alarm too.
    here = [desk for desk in intact(work, found) if desk.unit_id == actor.unit]
    return max(here, key=lambda desk: desk.until, default=None)


def _consents(work: Work, client: UUID) -> list[Consent]:
    return intact(work, work.session.scalars(_CONSENTS, {"client": client}))


def _emergencies(work: Work, actor: Actor, client: UUID) -> list[EmergencyAccess]:
    found = work.session.scalars(_EMERGENCIES, {"client": client, "staff": actor.staff})
    return intact(work, found)


def _walled(work: Work, actor: Actor, client: UUID) -> bool:
    found = work.session.scalars(_WALLS, {"client": client, "staff": actor.staff}).all()
    # A wall whose seal is broken still stands: only an intact row can say that it was lifted.
    sound = intact(work, found)
    return len(sound) < len(found) or any(wall.lifted_at is None for wall in sound)


def _handed_over(work: Work, actor: Actor, client: UUID, consents: Iterable[Consent]) -> bool:
    """Say whether a handover waits for the unit that a consent still carries her with."""
    carrying = {consent.id: consent for consent in consents}
    found = work.session.scalars(_HANDOVERS, {"client": client, "unit": actor.unit})
    return any(
        each.expires_at > work.clock.now()
        and each.consent_id in carrying
        and opened_now(work, carrying[each.consent_id], each.from_unit, each.to_unit)
        for each in intact(work, found)
    )
