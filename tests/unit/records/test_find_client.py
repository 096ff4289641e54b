from uuid import uuid4

from caseflow.database.tables.clients import Case
from caseflow.database.tables.records import Entry
from caseflow.records.create_client import create_client
from caseflow.records.find_client import client_of
from caseflow.records.write_entry import write_entry
from tests.factories.house import House
from tests.unit.records.desk_work import do, done, note


def test_a_row_leads_to_its_client_and_an_unknown_id_to_nobody(house: House) -> None:
    berta = house.actor("berta", "beratung")
    created = done(do(house, berta, create_client, {}))
    entry = done(do(house, berta, write_entry, created.id, note())).id
    work, unknown = house.work(), uuid4()
    assert client_of(work, berta.unit, Case, created.case) == created.id
    assert client_of(work, berta.unit, Entry, entry) == created.id
    assert client_of(work, berta.unit, Entry, unknown) == unknown
    assert client_of(work, berta.unit, Entry, entry, created.id) == created.id
    assert client_of(work, berta.unit, Entry, entry, unknown) == entry
