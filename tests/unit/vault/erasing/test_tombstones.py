import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from caseflow.database.tables.retention import Erasure
from caseflow.vault.erasing.tombstones import hold_tombstone, tombstones_of
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.erasing import erased, tombstone
from tests.factories.house import House
from tests.factories.merges import merged


def test_each_id_of_somebody_who_was_erased_has_one_and_no_other_id(house: House) -> None:
    berta = house.actor("berta", "beratung")
    one, other, third = (new_client(house, berta) for _ in range(3))
    merged(house, berta, house.actor("lea", "beratung"), one, other)
    erased(house, one.id)
    work = house.work()
    work.session.add(tombstone(house, third.id, None))  # proposed, and nothing is erased
    work.session.flush()
    assert [row.client_id for row in tombstones_of(work, one.id)] == [one.id]
    [row] = tombstones_of(work, other.id)
    assert row.client_id == one.id
    hold_tombstone(work, row.id)
    if house.engine.dialect.name == "postgresql":  # SQLite has one writer anyway
        with house.engine.connect() as other_one, pytest.raises(OperationalError):
            other_one.execute(select(Erasure.id).with_for_update(nowait=True))
    assert tombstones_of(work, third.id) == []
    assert tombstones_of(work, new_id()) == []
