from datetime import timedelta

from sqlalchemy import select

from caseflow.database.sealed_rows import change, intact, use
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.vault.ending import end_now, runs
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
