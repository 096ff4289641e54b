"""Load the rows by which a unit, or who acts in it, knows a client: cases, desk, emergencies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, select

from caseflow.database.sealed_rows import intact
from caseflow.database.tables.clients import Case, Desk
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.database.tables.handovers import Handover
from caseflow.database.unit_of_work import Work
from caseflow.vault.consent_states import opened_now
from caseflow.vault.same_person import Person
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.states import HandoverState

# Built once: every page runs them all, and building costs as much as running.
_IDS: BindParameter[Sequence[UUID]] = bindparam("clients", expanding=True)
_UNIT: BindParameter[UUID] = bindparam("unit")
_CASES = select(Case).where(Case.client_id.in_(_IDS), Case.unit_id == _UNIT)
_DESKS = select(Desk).where(Desk.client_id.in_(_IDS), Desk.session_id == bindparam("session"))
_EMERGENCIES = select(EmergencyAccess).where(
    EmergencyAccess.client_id.in_(_IDS), EmergencyAccess.staff_id == bindparam("staff")
)
_HANDOVERS = select(Handover).where(
    Handover.client_id.in_(_IDS),
    Handover.to_unit == _UNIT,
    Handover.consent_id.is_not(None),
    Handover.state == HandoverState.OPEN,
)


@dataclass(frozen=True, slots=True)
class KnownBy:
    """By what a client is known here; each row may be about any of her ids."""

    cases: list[Case] = field(default_factory=list)  # sound or not
    desks: list[Desk] = field(default_factory=list)
    emergencies: list[EmergencyAccess] = field(default_factory=list)
    handovers: list[Handover] = field(default_factory=list)

    def desk(self) -> Desk | None:
        """Return the desk that lasts longest."""
        return max(self.desks, key=lambda desk: desk.until, default=None)


def known_by(work: Work, actor: Actor, person: Person) -> KnownBy:
    """Return the rows, or none where all are about other ids of hers than the one asked for.

    A unit that knows her by another id must not learn that this one is she.
    """
    run, asked = work.session.scalars, {"clients": person.ids, "unit": actor.unit}
    cases = list(run(_CASES, asked))
    found = run(_DESKS, {"clients": person.ids, "session": actor.session})
    # Of whichever unit when it is loaded: a row that was moved to another is an alarm too.
    desks = [desk for desk in intact(work, found) if desk.unit_id == actor.unit]
    emergencies = intact(work, run(_EMERGENCIES, {"clients": person.ids, "staff": actor.staff}))
    handovers = intact(work, run(_HANDOVERS, asked))
    known = KnownBy(cases, desks, emergencies, handovers)
    return known if person.ids[0] in _ids(work, actor, known) else KnownBy()


def _ids(work: Work, actor: Actor, known: KnownBy) -> set[UUID]:
    """Return the ids by which she is known here now; what is over is no acquaintance any more."""
    now = work.clock.now()
    ids = {case.client_id for case in known.cases}
    ids |= {desk.client_id for desk in known.desks if now < desk.until}
    ids |= {each.client_id for each in known.handovers if now < each.expires_at}
    return ids | {
        each.client_id
        for each in known.emergencies
        if each.unit_id == actor.unit and each.ended_at is None and now < each.until
    }


def handed_over(
    work: Work, person: Person, handovers: Iterable[Handover], consents: Iterable[Consent]
) -> bool:
    """Say whether a handover waits for the unit that a consent still carries her with."""
    carrying = {consent.id: consent for consent in consents}
    return any(
        each.expires_at > work.clock.now()
        and each.consent_id in carrying
        and opened_now(work, carrying[each.consent_id], each.from_unit, each.to_unit, person)
        for each in handovers
    )
