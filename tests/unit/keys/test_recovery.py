from itertools import combinations

import pytest
from sqlalchemy import select

from caseflow.crypto.key_pairs import new_pair
from caseflow.database.tables.installation import Installation
from caseflow.database.tables.units import Membership, UnitPair
from caseflow.database.unit_of_work import Alarm
from caseflow.keys.drawer_readers import ReaderPlan
from caseflow.keys.envelopes import find_for, open_row
from caseflow.keys.keyring import ring
from caseflow.keys.recovery import (
    Sharing,
    join_shares,
    look_at_shares,
    make_recovery,
    open_unit_by_recovery,
)
from caseflow.keys.unit_keys import admit, renew_unit
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.house import House
from tests.unit.keys.drawers import kept
from tests.unit.keys.tampering import forge


def test_any_two_of_three_shares_restore_the_pair_and_one_does_not() -> None:
    recovery = make_recovery(Sharing(2, 3))
    assert len(recovery.shares) == 3
    for two in combinations(recovery.shares, 2):
        assert join_shares(two).public.raw() == recovery.public.raw()
    with pytest.raises(BrokenKey):
        join_shares(recovery.shares[:1])


def test_shares_are_looked_at_before_they_are_joined() -> None:
    shares = make_recovery(Sharing(2, 3)).shares
    assert (look_at_shares(shares[:1]).needed, look_at_shares(shares).given) == (2, 3)


def test_an_impossible_sharing_is_refused() -> None:
    with pytest.raises(ValueError, match="threshold"):
        make_recovery(Sharing(4, 3))


def test_a_sharing_says_how_it_was_shared_and_a_recovery_says_nothing() -> None:
    assert str(Sharing(3, 5)) == "3-of-5"
    assert "object at" in repr(make_recovery(Sharing(1, 1)))


def test_the_shares_open_every_unit_and_its_former_keys(house: House) -> None:
    before = ring(house.work_as("lea", "beratung")).unit
    work = house.work_as("lea", "beratung")
    renew_unit(work, house.units["beratung"], new_id())
    work.finish()
    work = house.work()
    recovery = join_shares(house.shares[1:])
    for unit in house.units.values():
        assert open_unit_by_recovery(work, recovery, unit)
    assert open_unit_by_recovery(work, recovery, house.units["beratung"])
    opened = ring(work).unit
    assert before is not None
    assert opened is not None
    assert opened.version == 2
    assert opened.of(before.key_id).private.raw() == before.private.raw()


def test_a_member_is_admitted_again_by_recovery(house: House) -> None:
    work = house.work()
    open_unit_by_recovery(work, join_shares(house.shares[:2]), house.units["beratung"])
    query = select(Membership).where(Membership.staff_id == house.staff["berta"])
    assert admit(work, work.session.scalars(query).one(), new_id()) is not None
    work.finish()
    house.work_as("berta", "beratung")


def test_another_recovery_key_opens_no_unit(house: House) -> None:
    work = house.work()
    unit = house.units["beratung"]
    assert not open_unit_by_recovery(work, new_pair(), unit)
    assert ring(work).unit is None
    assert work.alarms == [Alarm.of_key("unit_envelopes", unit)]


def test_behind_a_broken_newest_pair_no_former_one_opens(house: House) -> None:
    work = house.work_as("lea", "beratung")
    unit = house.units["beratung"]
    renew_unit(work, unit, new_id())
    work.finish()
    work = house.work()
    newest = work.session.scalars(select(UnitPair).where(UnitPair.version == 2)).one()
    forge(work, newest, public=new_pair().public.raw())
    assert not open_unit_by_recovery(work, join_shares(house.shares), unit)
    assert Alarm.of_seal("unit_pairs", newest.id) in work.alarms


def test_the_shares_open_a_drawer_and_only_the_public_half_is_kept(house: House) -> None:
    drawer, cipher = kept(house, ReaderPlan(trustee=False))
    work = house.work()
    recovery = join_shares(house.shares)
    found = find_for(work, [drawer], KeyReader.RECOVERY, work.installation)
    assert open_row(recovery, work.installation, found[drawer.id]).key == cipher.key
    row = work.session.get_one(Installation, work.installation)
    assert row.recovery_public == recovery.public.raw()
    assert (row.recovery_key_id, row.recovery_shares) == (recovery.public.key_id, "2-of-3")
