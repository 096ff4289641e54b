"""Erasures and retention runs as a test goes about them, with a second officer."""

from datetime import timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.clients import Case
from caseflow.database.tables.retention import RetentionRun
from caseflow.database.unit_of_work import Work
from caseflow.records import close_case
from caseflow.subject_rights.erasure import Proposal, answer_erasure, propose_erasure
from caseflow.subject_rights.retention import (
    HeldBack,
    answer_run,
    carry_on_run,
    lift_hold,
    prepare_run,
    set_hold,
)
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.answers import Done
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.retention import ErasureGround, HoldKind
from tests.factories.clients import Known, new_client
from tests.factories.house import House, StoppedClock, add_member, add_staff

WHY = "Sie hat es schriftlich verlangt."


def second_officer(house: House) -> Actor:
    """Admit another officer, by the first one."""
    work = house.work_as("olga", "datenschutz")
    add_staff(house, work, "orla", {})
    add_member(house, work, "orla", "datenschutz", Role.OFFICER)
    work.finish()
    return house.actor("orla", "datenschutz")


def proposed_erasure(
    house: House,
    actor: Actor,
    client: UUID,
    unit: UUID | None = None,
    ground: str = ErasureGround.WISH,
) -> object:
    """Propose to erase, and return what is answered."""
    work = house.work(actor)
    answer = propose_erasure(work, actor, client, Proposal(unit, ground, WHY))
    work.finish()
    return answer


def erasure_of(house: House, actor: Actor, client: UUID, unit: UUID | None = None) -> UUID:
    """Propose to erase as she wishes, and return the id."""
    answer = proposed_erasure(house, actor, client, unit)
    assert isinstance(answer, Done), answer
    return cast("UUID", answer.value)


def answered_erasure(house: House, actor: Actor, erasure: UUID, *, agreed: bool = True) -> object:
    """Let a second person answer, and return what she is told."""
    work = house.work(actor)
    answer = answer_erasure(work, actor, erasure, agreed=agreed)
    work.finish()
    return answer


def closed_client(house: House, name: str = "") -> Known:
    """Make a client of counselling whose case is closed."""
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, berta, name)
    closed(house, lea, known)
    return known


def closed(house: House, lead: Actor, known: Known) -> None:
    """Close the case of her unit."""
    with house.sessions() as session:
        hers = select(Case.id).where(Case.client_id == known.id, Case.unit_id == lead.unit)
        case = session.scalars(hers).one()
    work = house.work(lead)
    assert isinstance(close_case(work, lead, case), Done)
    work.finish()


def years_later(house: House, years: int) -> None:
    """Let years go by, and a day."""
    cast("StoppedClock", house.around.clock).advance(timedelta(days=366 * years))


def held(
    house: House,
    client: UUID | None,
    unit: UUID | None = None,
    kind: str = HoldKind.LEGAL,
    who: str = "olga",
) -> UUID:
    """Hold something back, by an officer."""
    olga = house.actor(who, "datenschutz")
    work = house.work(olga)
    answer = set_hold(work, olga, HeldBack(kind, client, unit, "Klage vor dem Landgericht"))
    assert isinstance(answer, Done), answer
    work.finish()
    return answer.value


def let_go(house: House, hold: UUID) -> None:
    """Lift a hold, by an officer."""
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    assert lift_hold(work, olga, hold, "Vergleich") == Done(None)
    work.finish()


def waiting_run(work: Work, officer: UUID) -> UUID:
    """Add a run that waits for a second officer, of somebody who is not there any more."""
    listed = {"kind": "enquiry", "rule": "not_admitted", "client": str(new_id())}
    now = work.clock.now()
    row = RetentionRun(items=(listed,), prepared_by=officer, prepared_at=now)
    work.session.add(row)
    return row.id


def prepared(house: House) -> object:
    """Prepare a run, by an officer, and return what is answered."""
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    answer = prepare_run(work, olga)
    work.finish()
    return answer


def agreed_run(house: House, second: Actor) -> UUID:
    """Prepare a run, and let the second officer agree."""
    answer = prepared(house)
    assert isinstance(answer, Done), answer
    run = cast("UUID", answer.value)
    work = house.work(second)
    assert answer_run(work, second, run, agreed=True) == Done(None)
    work.finish()
    return run


def carried_on(house: House, run: UUID, at_most: int = 100) -> object:
    """Carry a run on, by an officer."""
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    try:
        return carry_on_run(work, olga, run, at_most)
    finally:
        work.put_away()
