from datetime import timedelta

from sqlalchemy import update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case, Wall
from caseflow.vault.gather import gather
from caseflow.vault.hidden import hidden_clients, walled_clients
from tests.factories.clients import case_at, new_client
from tests.factories.house import House, StoppedClock


def test_a_wall_hides_her_until_it_is_truly_lifted(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, lea)
    work = house.work()
    wall = Wall(
        client_id=known.id,
        staff_id=berta.staff,
        unit_id=lea.unit,
        recorded_by=lea.staff,
        recorded_at=work.clock.now(),
    )
    work.session.add(wall)
    work.session.flush()
    assert walled_clients(work, berta) == hidden_clients(work, berta, [known.id]) == {known.id}
    assert walled_clients(work, lea) == set()
    work.session.execute(update(Wall).values(lifted_at=work.clock.now(), row_seal=b"forged"))
    assert walled_clients(work, berta) == {known.id}


def test_a_lifted_wall_hides_nobody(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, lea)
    work = house.work()
    wall = Wall(
        client_id=known.id,
        staff_id=berta.staff,
        unit_id=lea.unit,
        recorded_by=lea.staff,
        recorded_at=work.clock.now(),
    )
    work.session.add(wall)
    work.session.flush()
    change(work, wall, lifted_at=work.clock.now(), lifted_by=lea.staff)
    assert walled_clients(work, berta) == set()


def test_a_restricted_case_is_hidden_from_all_who_are_not_assigned(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, lea)
    work = house.work()
    case = work.session.query(Case).one()
    change(work, case, restricted=True, assigned=(lea.staff,))
    assert hidden_clients(work, berta, [known.id]) == {known.id}
    assert hidden_clients(work, lea, [known.id]) == set()
    assert walled_clients(work, berta) == set()


def test_only_of_whom_is_asked(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, lea)
    work = house.work()
    work.session.add(
        Wall(
            client_id=known.id,
            staff_id=berta.staff,
            unit_id=lea.unit,
            recorded_by=lea.staff,
            recorded_at=work.clock.now(),
        )
    )
    work.session.flush()
    assert hidden_clients(work, berta, []) == set()


def test_the_present_case_hides_and_no_former_one(house: House, clock: StoppedClock) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, lea)
    work = house.work()
    former = work.session.query(Case).one()
    change(work, former, restricted=True, assigned=(lea.staff,), closed_at=clock.now())
    assert hidden_clients(work, berta, [known.id]) == {known.id}
    work.finish()
    clock.advance(timedelta(days=1))
    case_at(house, lea, known)
    assert hidden_clients(work, berta, [known.id]) == set()
    assert gather(work, berta, known.id).case is not None


def test_a_case_whose_seal_is_broken_hides_her(house: House, clock: StoppedClock) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, lea)
    work = house.work()
    former = work.session.query(Case).one()
    change(work, former, closed_at=clock.now())
    work.finish()
    clock.advance(timedelta(days=1))
    case_at(house, lea, known)
    kept = work.session.query(Case).filter(Case.closed_at.is_(None)).one()
    change(work, kept, restricted=True, assigned=(lea.staff,))
    forged = update(Case).where(Case.id == kept.id)
    long_ago = clock.now() - timedelta(days=9)
    for values in ({"restricted": False}, {"closed_at": long_ago, "opened_at": long_ago}):
        work.session.execute(forged.values(**values))
        work.session.expire_all()
        assert hidden_clients(work, berta, [known.id]) == {known.id}
        gathered = gather(work, berta, known.id)
        assert gathered.case is None
        assert gathered.facts.case is not None
        assert gathered.facts.case.restricted
    assert {alarm.table for alarm in work.alarms} == {"cases"}
