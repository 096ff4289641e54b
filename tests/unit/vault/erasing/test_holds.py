"""What stands against an erasure: of whom, of which unit, and in doubt everything."""

from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import update

from caseflow.database.tables.retention import Hold
from caseflow.vault.erasing.holds import Holds, load_holds
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.retention import HoldKind
from tests.factories.house import House, StoppedClock

HER, OTHER = UUID(int=1), UUID(int=2)


def held(house: House, **said: Any) -> None:  # noqa: ANN401 - columns of a hold
    work = house.work()
    told = {"kind": HoldKind.LEGAL, "client_id": None, "unit_id": None, **said}
    work.session.add(Hold(reason=b"", set_by=new_id(), set_at=work.clock.now(), **told))
    work.finish()


def loaded(house: House) -> Holds:
    work = house.work()
    holds = load_holds(work)
    work.finish()
    return holds


def test_a_hold_stands_for_her_for_a_unit_or_for_a_units_file_of_her(house: House) -> None:
    beratung, wohnen = house.units["beratung"], house.units["wohnen"]
    held(house, client_id=HER, unit_id=beratung)
    holds = loaded(house)
    assert holds.against((HER, OTHER), {beratung})
    assert not holds.against((HER,), {wohnen})
    assert not holds.against((OTHER,), {beratung})
    held(house, unit_id=wohnen)
    assert loaded(house).against((OTHER,), {wohnen})
    held(house, client_id=OTHER)
    assert loaded(house).against((OTHER,), ())


def test_her_wish_is_a_hold_that_her_wish_ends(house: House) -> None:
    beratung, wohnen = house.units["beratung"], house.units["wohnen"]
    held(house, kind=HoldKind.WISH, client_id=HER, unit_id=beratung)
    holds = loaded(house)
    assert holds.against((HER,), {beratung})
    assert not holds.against((HER,), {beratung}, but=HoldKind.WISH)
    now = house.around.clock.now()
    assert holds.wished_at((HER,), {beratung, wohnen}) == now
    assert holds.wished_at((HER,), {wohnen}) is None
    assert holds.wished_at((OTHER,), {beratung}) is None
    cast("StoppedClock", house.around.clock).advance(timedelta(days=1))
    held(house, kind=HoldKind.WISH, client_id=HER)
    held(house, client_id=HER)
    assert loaded(house).wished_at((HER,), {wohnen}) == now + timedelta(days=1)


def test_one_that_was_lifted_stands_no_more_and_a_changed_one_does(house: House) -> None:
    held(house, client_id=HER, lifted_at=house.around.clock.now())
    assert not loaded(house).against((HER,), ())
    with house.sessions() as session:
        session.execute(update(Hold).values(client_id=OTHER))
        session.commit()
    work = house.work()
    holds = load_holds(work)
    assert [each.table for each in work.alarms] == ["holds"]
    work.abandon()
    assert holds.doubt
    assert holds.against((HER,), ())
    assert holds.standing == ()
