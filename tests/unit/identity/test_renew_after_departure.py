import sys

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from caseflow.database.tables.units import UnitPair
from caseflow.database.unit_of_work import Work
from caseflow.identity.end_rows import end_rows
from caseflow.identity.membership_rows import membership_by_id
from caseflow.identity.renew_after_departure import renew_after_departure
from caseflow.keys.keyring import ring
from caseflow.vocabulary.acts import Act
from tests.factories.house import House
from tests.unit.identity.people import entries, the_entry, wait


def berta_left(house: House) -> None:
    wait(house, minutes=1)
    work = house.work()
    row = membership_by_id(work, house.memberships["berta", "beratung"].id)
    assert row is not None
    end_rows(work, [row])
    work.finish()


def versions(work: Work, house: House) -> int:
    query = select(func.max(UnitPair.version)).where(UnitPair.unit_id == house.units["beratung"])
    return work.session.scalars(query).one()


def test_a_unit_that_nobody_left_keeps_its_key(house: House) -> None:
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    renew_after_departure(work, actor)
    assert versions(work, house) == 1
    assert entries(work) == []


def test_the_next_member_gives_it_a_new_one_and_only_she(house: House) -> None:
    berta_left(house)
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    for _ in range(2):
        renew_after_departure(work, actor)
    assert versions(work, house) == 2
    entry = the_entry(work, Act.KEY_BIRTH)
    assert entry["unit"] == str(actor.unit)
    assert entry["keys"][0]["version"] == "2"


def test_the_new_key_outlives_a_request_that_fails(house: House) -> None:
    berta_left(house)
    actor = house.actor("lea", "beratung")
    work = house.work(actor)
    renew_after_departure(work, actor)
    work.abandon()
    opened = ring(work).unit
    assert opened is not None
    assert opened.version == versions(work, house) == 2


def test_while_another_request_renews_it_this_one_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta_left(house)
    actor = house.actor("lea", "beratung")
    work = house.work(actor)

    def taken(*_arguments: object) -> None:
        raise IntegrityError("insert", None, ValueError("unit_pairs"))

    module = sys.modules[renew_after_departure.__module__]
    monkeypatch.setattr(module, "renew_unit", taken)
    renew_after_departure(work, actor)
    opened = ring(work).unit
    assert opened is not None
    assert opened.version == 1
    assert entries(work) == []
