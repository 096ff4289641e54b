from sqlalchemy import update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case, Wall
from caseflow.vault.hidden import hidden_clients, walled_clients
from tests.factories.clients import new_client
from tests.factories.house import House


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
    assert walled_clients(work, berta) == hidden_clients(work, berta) == {known.id}
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
    assert hidden_clients(work, berta) == {known.id}
    assert hidden_clients(work, lea) == set()
    assert walled_clients(work, berta) == set()
