from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import event, select, update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case, Desk, Wall
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Work
from caseflow.policy.facts import (
    CaseFact,
    ConsentFact,
    EmergencyFact,
    ExceptionFact,
    Facts,
    MembershipFact,
)
from caseflow.vault.codes import sealed_code
from caseflow.vault.facts_of_rows import category_rules, consent_fact, desk_fact, drawer_fact
from caseflow.vault.gather import Gathered, consent_facts, drawers_of, gather
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.emergencies import declared
from tests.factories.handovers import sent
from tests.factories.house import House
from tests.factories.lawful import excepted, ground
from tests.factories.merges import merged
from tests.factories.suspended import suspend


def seen(house: House, actor: Actor, known: Known) -> Gathered:
    work = house.work()
    gathered = gather(work, actor, known.id)
    work.finish()
    return gathered


def forge(house: House, table: type, **values: object) -> None:
    with house.sessions() as session:
        session.execute(update(table).values(**values))
        session.commit()


def test_all_that_decides_is_gathered(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("x"))
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    work = house.work(frieda)
    gathered = gather(work, frieda, known.id)
    assert gathered.facts.membership.active
    assert gathered.case is not None
    assert gathered.basis_row(gathered.case.id) is gathered.case
    assert gathered.basis_row(consent.id) is gathered.consents[consent.id]
    assert gathered.basis_row(frieda.membership) is gathered.membership
    assert [drawer.category for drawer in drawers_of(work, known.id)] == ["violence"]
    assert [fact.id for fact in consent_facts(work, known.id)] == [consent.id]
    assert gathered.facts == Facts(
        membership=MembershipFact(
            frieda.membership, frieda.staff, frieda.unit, frieda.role, active=True
        ),
        case=CaseFact(
            gathered.case.id, frieda.unit, open=True, restricted=False, assigned=frozenset()
        ),
        walled=False,
        drawers=tuple(drawer_fact(each) for each in gathered.drawers.values()),
        consents=(consent_fact(consent),),
        emergencies=(),
        desk=None,
        categories=category_rules(work.configuration),
    )


def test_of_one_person_all_decides_and_what_she_did_not_speak_of_stays_unheard(
    house: House,
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    one, other = new_client(house, berta), new_client(house, berta)
    case_at(house, frieda, one)
    bases = (
        consented(house, berta, one, [frieda.unit], ["violence"]).id,
        declared(house, frieda, one, "health").id,
        excepted(house, frieda, one, ground([berta.unit], "family")),
    )
    merged(house, berta, house.actor("lea", "beratung"), one, other)
    gathered = seen(house, frieda, one)
    facts, unheard = gathered.facts, frozenset({other.id})
    assert facts.same_person == unheard
    said: tuple[ConsentFact | EmergencyFact | ExceptionFact, ...] = (
        *facts.consents,
        *facts.emergencies,
        *facts.exceptions,
    )
    assert [(each.id, each.unheard) for each in said] == [(each, unheard) for each in bases]
    assert gathered.basis_row(bases[0]) is gathered.consents[bases[0]]
    assert gathered.basis_row(bases[1]) is gathered.emergencies[bases[1]]
    assert gathered.basis_row(bases[2]) is gathered.exceptions[bases[2]]
    kept_to_one(house, berta, one)
    suspend(house)
    facts = seen(house, frieda, other).facts
    assert (facts.suspended, facts.emergencies) == (True, ())
    assert [each.unheard for each in facts.consents] == [unheard]


def kept_to_one(house: House, actor: Actor, known: Known) -> None:
    """Keep the second of two cases of one person to somebody, and see that this keeps her."""
    first, second = seen(house, actor, known).cases
    work = house.work()
    case = work.session.scalars(select(Case).where(Case.id == second.id)).one()
    change(work, case, restricted=True, assigned=(actor.staff,))
    work.finish()
    gathered = seen(house, actor, known)
    assert gathered.facts.exceptions == ()  # that the unit has declared itself
    assert gathered.case_under(second.client_id) is gathered.cases[1]
    assert gathered.case_under(new_id()) is None
    assert gathered.facts.case == CaseFact(
        first.id, actor.unit, open=True, restricted=True, assigned=frozenset({actor.staff})
    )


def test_as_many_statements_run_for_a_client_who_was_never_issued(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("x"))

    def statements(client: Known) -> list[str]:
        work = house.work(frieda)
        found: list[str] = []
        event.listen(
            work.session,
            "do_orm_execute",
            lambda state: found.append(str(state.statement)),
        )
        gather(work, frieda, client.id)
        work.put_away()
        return found

    assert statements(known) == statements(Known(new_id(), ""))


def test_a_case_that_is_open_comes_before_one_that_was_closed(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    close_case(house)
    case_at(house, berta, known)
    gathered = seen(house, berta, known)
    assert gathered.facts.case is not None
    assert gathered.facts.case.open


def close_case(house: House) -> None:
    work = house.work()
    case = work.session.query(Case).one()
    change(work, case, closed_at=work.clock.now())
    work.finish()


@pytest.mark.parametrize("role", ["lead", "officer"])
def test_a_forged_membership_is_none_at_all(house: House, role: str) -> None:
    ida = house.actor("ida", "wohnen")
    known = new_client(house, house.actor("wanda", "wohnen"))
    forge(house, Membership, role=role)
    work = house.work()
    gathered = gather(work, ida, known.id)
    assert gathered.membership is None
    nobody = MembershipFact(ida.membership, ida.staff, ida.unit, ida.role, active=False)
    assert gathered.facts.membership == nobody
    assert {alarm.act for alarm in work.alarms} == {Act.ALARM_SEAL}


def walled(house: House, actor: Actor, known: Known) -> bool:
    return seen(house, actor, known).facts.walled


def test_a_wall_stands_until_an_intact_row_says_that_it_was_lifted(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, lea)
    work = house.work(lea)
    work.session.add(
        Wall(
            client_id=known.id,
            staff_id=berta.staff,
            unit_id=lea.unit,
            recorded_by=lea.staff,
            recorded_at=work.clock.now(),
        )
    )
    work.finish()
    assert walled(house, berta, known)
    assert not walled(house, lea, known)
    forge(house, Wall, lifted_at=work.clock.now())
    assert walled(house, berta, known)


def test_a_desk_is_of_one_session(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    work = house.work(frieda)
    row = new_id()
    work.session.add(
        Desk(
            client_id=known.id,
            id=row,
            session_id=frieda.session,
            staff_id=frieda.staff,
            unit_id=frieda.unit,
            opened_at=work.clock.now(),
            until=work.clock.now() + timedelta(hours=1),
            **sealed_code(work, frieda.unit, row, known.code),
        )
    )
    work.finish()
    gathered = seen(house, frieda, known)
    assert gathered.desk is not None
    assert gathered.basis_row(row) is gathered.desk
    assert gathered.facts.desk == desk_fact(gathered.desk)
    assert seen(house, house.actor("frieda", "frauenhaus"), known).desk is None
    elsewhere = replace(frieda, unit=berta.unit)
    assert seen(house, elsewhere, known).desk is None


def test_a_handover_that_carries_her_id_is_known_to_the_unit_it_was_sent_to(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    consent = consented(house, berta, known, [frieda.unit], ["identity", "violence"])
    assert not seen(house, frieda, known).facts.handed_over
    sent(house, berta, known, "frauenhaus", consent)
    assert seen(house, frieda, known).facts.handed_over
    ida = house.actor("ida", "wohnen")
    assert not seen(house, ida, known).facts.handed_over


def test_whom_a_pair_keeps_from_a_case_is_asked_of_all_her_ids(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    known, asked = new_client(house, berta), list[object]()
    case = seen(house, berta, known).case
    assert case is not None

    def of_pairs(_: Work, clients: tuple[UUID, ...]) -> frozenset[UUID]:
        asked.append(clients)
        return frozenset({case.id})

    def deserted(*_: object, unasked: bool) -> bool:
        asked.append(unasked)
        return True

    monkeypatch.setattr("caseflow.vault.gather.cases_of_pairs", of_pairs)
    monkeypatch.setattr("caseflow.vault.gather.is_deserted", deserted)
    fact = seen(house, berta, known).facts.case
    assert fact is not None
    assert fact.deserted
    assert asked == [(known.id,), True]


def test_a_restricted_case_is_deserted_when_all_who_know_of_it_have_left(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, berta)
    work = house.work()
    change(work, work.session.query(Case).one(), restricted=True, assigned=(berta.staff,))
    work.finish()

    def deserted() -> bool:
        fact = seen(house, lea, known).facts.case
        assert fact is not None
        return fact.deserted

    assert not deserted()
    forged = update(Membership).where(Membership.id == berta.membership)
    with house.sessions.begin() as session:
        session.execute(forged.values(ended_at=work.clock.now()))
    assert not deserted()
    with house.sessions.begin() as session:
        session.execute(forged.values(ended_at=None))
    member = work.session.query(Membership).filter(Membership.id == berta.membership).one()
    change(work, member, ended_at=work.clock.now())
    work.finish()
    assert deserted()
