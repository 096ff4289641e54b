from sqlalchemy import select

from caseflow.database.tables.clients import Case, Client
from caseflow.records.add_clients import NewClient, add_clients
from caseflow.records.put_facts import read_all
from caseflow.records.told import Told
from caseflow.vault.codes import code_of, tag_of
from caseflow.vault.permit import trace
from caseflow.vault.permit_newcomers import permit_newcomers
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, entry
from tests.factories.house import House
from tests.unit.records.desk_work import story


def test_each_has_her_own_code_case_and_story(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    given = permit_newcomers(work, berta, [new_id(), new_id()])
    assert not isinstance(given, Refused)
    facts, _ = read_all(work, berta, {"client_name": Told("answered", "Amal")})
    new = [NewClient(given[0], facts), NewClient(given[1], (), (entry("Sie kam."),))]
    added = add_clients(work, new)
    for each, (_, deeds) in zip(given, added, strict=True):
        trace(work, each, deeds)
    work.finish()
    first, second = (created for created, _ in added)
    assert [fact.question for fact in story(house, berta, Known(first.id, "")).facts] == [
        "client_name"
    ]
    assert [each.text for each in story(house, berta, Known(second.id, "")).entries] == ["Sie kam."]
    again = house.work(berta)
    for created in (first, second):
        client = again.session.scalars(select(Client).where(Client.id == created.id)).one()
        case = again.session.scalars(select(Case).where(Case.id == created.case)).one()
        assert client.code_tag == tag_of(again, created.code)
        assert code_of(again, case) == created.code
    assert [row.table for row in added[0][1].rows] == ["clients", "cases", "facts"]
