import pytest
from sqlalchemy import select

from caseflow.database.tables.own_addresses import OwnAddress
from caseflow.database.unit_of_work import Alarm
from caseflow.keys.own_addresses import drop_address, keep_address, own_address
from caseflow.vocabulary.errors import MissingKey
from tests.factories.house import House
from tests.unit.identity.people import forge

TEXT = "Lindenstraße 12a\n33602"


def test_only_her_own_key_opens_it(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    work = house.work(berta)
    assert own_address(work, berta.staff) is None
    keep_address(work, berta.staff, TEXT)
    assert own_address(work, berta.staff) == TEXT
    work.finish()
    for other in (house.work(), house.work(lea)):
        assert own_address(other, berta.staff) is None
        assert other.alarms == []
        with pytest.raises(MissingKey):
            keep_address(other, berta.staff, TEXT)
        other.put_away()


def test_the_row_tells_neither_the_address_nor_how_long_it_is(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    lengths = set()
    for text in ("A 1\n33602", TEXT, "An der Lutterbrücke 112\n33602"):
        row = keep_address(work, berta.staff, text)
        assert b"33602" not in row.sealed
        lengths.add(len(row.sealed))
    assert len(lengths) == 1
    assert work.session.query(OwnAddress).count() == 1


def test_it_is_dropped(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    keep_address(work, berta.staff, TEXT)
    drop_address(work, berta.staff)
    assert own_address(work, berta.staff) is None
    assert work.alarms == []


def test_what_was_changed_or_moved_is_none_and_an_alarm(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    work = house.work(lea)
    of_lea = keep_address(work, lea.staff, TEXT).sealed
    work.finish()
    work = house.work(berta)
    row = keep_address(work, berta.staff, TEXT)
    id_ = row.id
    forge(work, OwnAddress, id_, sealed=of_lea)
    assert own_address(work, berta.staff) is None
    # Sealed anew by whoever holds the row seal: still nothing of hers.
    drop_address(work, berta.staff)
    work.session.add(OwnAddress(staff_id=berta.staff, sealed=of_lea, kept_at=work.clock.now()))
    work.session.flush()
    assert own_address(work, berta.staff) is None
    assert [each.act for each in work.alarms] == ["alarm.seal", "alarm.key"]
    planted = work.session.scalars(select(OwnAddress).where(OwnAddress.staff_id == berta.staff))
    assert work.alarms[-1] == Alarm.of_key("own_addresses", planted.one().id)
