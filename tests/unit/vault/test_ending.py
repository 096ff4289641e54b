from datetime import timedelta

from sqlalchemy import select

from caseflow.database.sealed_rows import change, intact, use
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.vault.ending import end_now, end_of_walled, runs
from caseflow.vault.permit import Deeds
from caseflow.vocabulary.bases import BasisKind
from tests.factories.clients import new_client
from tests.factories.emergencies import declared
from tests.factories.house import House, StoppedClock


def test_it_runs_until_its_end_or_the_instant_before(house: House, clock: StoppedClock) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    declared(house, frieda, new_client(house, frieda), "health")
    work = house.work(frieda)
    row = work.session.scalars(select(EmergencyAccess)).one()
    assert runs(work, row)
    clock.advance(timedelta(hours=4, microseconds=-1))
    assert runs(work, row)
    clock.advance(timedelta(microseconds=1))
    assert not runs(work, row)
    clock.advance(timedelta(hours=-1))
    change(work, row, ended_at=clock.now())
    assert not runs(work, row)


def test_the_end_names_the_use_that_another_request_made_meanwhile(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    declared(house, frieda, new_client(house, frieda), "health")
    other = house.work(frieda)
    seen = other.session.scalars(select(EmergencyAccess)).one()
    assert use(other, seen) == 1
    other.finish()
    work = house.work(frieda)
    row = work.session.scalars(select(EmergencyAccess)).one()
    row_as_loaded = row.uses
    work.session.execute(
        EmergencyAccess.__table__.update().values(uses=row_as_loaded + 1)  # type: ignore[attr-defined] # SQLAlchemy types it as any selectable
    )
    deeds = end_now(work, row, finding="unjustified")
    assert [ended.use for ended in deeds.ended] == [row_as_loaded + 1]
    assert row.ended_at == row.settled_at == work.clock.now()
    assert row.finding == "unjustified"
    assert intact(work, [row]) == [row]


def test_a_wall_ends_what_she_herself_declared_of_this_client_once(house: House) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known, other = new_client(house, frieda), new_client(house, frieda)
    hers = declared(house, frieda, known, "health").id
    declared(house, frieda, other, "health")
    declared(house, lea, known, "health")
    work = house.work()
    ended = end_of_walled(work, known.id, frieda.staff).ended
    assert [(each.kind, each.id) for each in ended] == [(BasisKind.EMERGENCY, hers)]
    assert end_of_walled(work, known.id, frieda.staff) == Deeds()
