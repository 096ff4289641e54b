import pytest

from caseflow.database.tables.name_cards import CardOrder
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.keys.opened_unit import OpenedUnit
from caseflow.vault import rebuild_after_renewal as module
from caseflow.vault.card_order import open_list
from caseflow.vault.rebuild_after_renewal import rebuild_after_renewal
from caseflow.vocabulary.errors import Stale
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.vault.test_turn_behind import renewed


def order_of(work: Work, house: House) -> CardOrder:
    return work.session.get_one(CardOrder, house.units["beratung"])


def test_the_order_of_names_lies_under_the_newest_key_afterwards(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"), "Amal")
    renewed(house, "lea", "beratung")
    work = house.work_as("berta", "beratung")
    unit = ring(work).unit
    assert unit is not None
    assert order_of(work, house).unit_key_id != unit.key_id
    for _ in range(2):
        rebuild_after_renewal(work)
    row = order_of(work, house)
    assert (row.unit_key_id, row.revision) == (unit.key_id, 2)
    assert open_list(work, unit, row) == [known.id]


def test_whoever_is_slower_leaves_it_and_does_the_rest(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[OpenedUnit] = []

    def slower(_work: Work, _unit: OpenedUnit) -> None:
        raise Stale("card_orders")

    monkeypatch.setattr(module, "REBUILDS", (slower, lambda _work, unit: done.append(unit)))
    rebuild_after_renewal(house.work_as("berta", "beratung"))
    assert len(done) == 1


def test_without_a_unit_nothing_is_made(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REBUILDS", (lambda *_: pytest.fail("there is no unit"),))
    rebuild_after_renewal(house.work())
