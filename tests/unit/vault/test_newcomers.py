from sqlalchemy import select

from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.records import Fact
from caseflow.vault.contents import Content
from caseflow.vault.name_cards import names_of
from caseflow.vault.newcomers import Newcomer, put_newcomers
from caseflow.vault.permit import Deeds
from caseflow.vault.permit_newcomers import permit_newcomers
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import KeyReader
from tests.factories.clients import Known, case_at, entry, fact
from tests.factories.house import House
from tests.unit.vault.reading import read, texts

NAME = fact("client_name", '{"type":"text","value":"Amal Haddad"}', "identity")
BIRTH = fact("birth_date", '{"type":"date","value":"1990-03-04"}', "identity")
KEPT = {"question": "client_name", "state": "withheld", "value": "", "told_on": "2026-03-01"}


def _put(house: House, *told: list[Content]) -> tuple[list[Known], list[Deeds]]:  # type: ignore[type-arg]  # of any table
    berta = house.actor("berta", "beratung")
    clients = [Known(new_id(), "") for _ in told]
    work = house.work(berta)
    given = permit_newcomers(work, berta, [each.id for each in clients])
    assert not isinstance(given, Refused)
    pairs = zip(given, told, strict=True)
    deeds = put_newcomers(work, [Newcomer(each, contents) for each, contents in pairs])
    work.finish()
    return clients, deeds


def test_what_was_written_is_read_by_the_unit_and_counted(house: House) -> None:
    berta = house.actor("berta", "beratung")
    (amal, other), deeds = _put(house, [NAME, BIRTH, entry("Sie kam.")], [entry("Sie rief an.")])
    for each, said in ((amal, "Sie kam."), (other, "Sie rief an.")):
        case_at(house, berta, each)
        assert texts(read(house, berta, each)) == [said]
    with house.sessions() as session:
        drawers = session.scalars(select(Drawer).where(Drawer.client_id == amal.id)).all()
        assert {each.category: each.writes for each in drawers} == {"identity": 2, "violence": 1}
        read_by = session.scalars(select(Envelope.reader).where(Envelope.client_id == other.id))
        assert set(read_by) == {KeyReader.UNIT, KeyReader.TRUSTEE, KeyReader.RECOVERY}
    assert [row.table for row in deeds[0].rows] == ["facts", "facts", "entries"]
    # A birth and three readers of each drawer, told once however many rows went into it.
    births = [event for event in deeds[0].keys if event.act is Act.KEY_BIRTH]
    assert (len(births), len(deeds[0].keys)) == (2, 8)


def test_a_card_says_what_she_told_and_whoever_told_nothing_has_none(house: House) -> None:
    withheld = Content(Fact, "identity", KEPT)
    (amal, nameless, none), _ = _put(house, [NAME, BIRTH], [withheld], [entry("Sie kam.")])
    work = house.work_as("berta", "beratung")
    ids = [amal.id, nameless.id, none.id]
    assert names_of(work, house.units["beratung"], ids) == {amal.id: "Amal Haddad"}


def test_nothing_to_write_is_nothing_to_tell(house: House) -> None:
    _, deeds = _put(house, [])
    assert deeds == [Deeds()]
