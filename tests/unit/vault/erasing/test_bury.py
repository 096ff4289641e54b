"""The tombstone holds ids, instants and the ground; each of her ids has its entry in the log."""

import pytest
from sqlalchemy import select

from caseflow.database.tables.retention import Erasure
from caseflow.vault.erasing import bury
from caseflow.vocabulary.acts import Act
from tests.factories.clients import new_client
from tests.factories.erasing import erased, two_files
from tests.factories.house import House
from tests.factories.merges import merged
from tests.unit.vault.reading import log, newest


def test_the_tombstone_says_what_went_and_nothing_of_what_it_was(house: House) -> None:
    where = two_files(house)
    gone = erased(house, where.known.id)
    with house.sessions() as session:
        [row] = session.scalars(select(Erasure))
    assert row.erased_at == house.around.clock.now()
    assert (row.drawers, row.envelopes, row.pieces) == (3, gone.envelopes, 3)
    assert (row.whole, row.also, row.unit_id) == (True, (), None)


def test_each_of_her_ids_has_an_entry(house: House) -> None:
    berta = house.actor("berta", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    merged(house, berta, house.actor("lea", "beratung"), one, other)
    gone = erased(house, one.id)
    entries = [each for each in log(house) if each["act"] == Act.CLIENT_ERASE]
    assert {each["client"] for each in entries} == {str(one.id), str(other.id)}
    with house.sessions() as session:
        row = session.scalars(select(Erasure)).one()
    assert row.also == (other.id,)
    told = {"erasure": str(row.id), "ground": "wish", "whole": "yes"}
    for each in entries:
        assert each["details"] == told
        assert each["staff"] == str(house.staff["olga"])
        assert ("erasures", str(row.id)) in [(row["table"], row["id"]) for row in each["rows"]]
    assert sum(len(each.get("keys", ())) for each in entries) == gone.envelopes  # told once


def test_of_one_units_file_the_entry_names_the_unit(house: House) -> None:
    where = two_files(house)
    erased(house, where.known.id, where.berta.unit)
    told = newest(house, Act.CLIENT_ERASE)["details"]
    assert (told["unit"], told["whole"]) == (str(where.berta.unit), "no")


def test_very_much_is_traced_on_several_sheets(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = two_files(house)
    monkeypatch.setattr(bury, "SHEET", 4)
    gone = erased(house, where.known.id)
    entries = [each for each in log(house) if each["act"] == Act.CLIENT_ERASE]
    assert len(entries) == -(-gone.envelopes // 4)
    assert sum(len(each.get("keys", ())) for each in entries) == gone.envelopes
    assert sum(len(each.get("drawers", ())) for each in entries) == gone.drawers
    assert any(each.get("ended") for each in entries)
    rows = [row["table"] for each in entries for row in each.get("rows", ())]
    assert rows.count("erasures") == 1
