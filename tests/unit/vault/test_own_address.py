import pytest
from sqlalchemy import event

from caseflow.database.tables.own_addresses import OwnAddress
from caseflow.keys.own_addresses import keep_address
from caseflow.vault.own_address import raise_address
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.identity.people import forge
from tests.unit.vault.reading import log

CLIENT = new_id()
HERS = "wohnt jetzt Linden-Str. 12 A, 33602 Bielefeld"


def read(house: House, actor: Actor, *texts: str) -> int:
    """Let her read these texts; return how many statements that took."""
    work, asked = house.work(actor), []
    event.listen(house.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    raise_address(work, actor, CLIENT, texts)
    assert not work.session.in_transaction()
    return len([each for each in asked if not each.startswith("BEGIN")])


def alarms(house: House, act: Act = Act.ALARM_ADDRESS) -> list[tuple[str, str | None]]:
    return [(each["staff"], each.get("client")) for each in log(house) if each["act"] == act]


@pytest.fixture
def berta(house: House) -> Actor:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    keep_address(work, actor.staff, "Lindenstraße 12a\n33602")
    work.finish()
    return actor


def test_the_officer_is_told_once_a_day(house: House, berta: Actor) -> None:
    read(house, berta, "Ring 3", HERS)
    read(house, berta, HERS)
    assert alarms(house) == [(str(berta.staff), str(CLIENT))]


def test_of_others_addresses_nobody_is_told(house: House, berta: Actor) -> None:
    read(house, berta, "Lindenstr. 12, 33602 Bielefeld", "Lindenstr. 12a, 50667 Köln", "")
    read(house, house.actor("lea", "beratung"), HERS)
    assert alarms(house) == []


def test_without_a_number_nothing_is_asked_and_without_an_address_one_question(
    house: House, berta: Actor
) -> None:
    lea = house.actor("lea", "beratung")
    assert read(house, berta, "Lindenstraße", "") == 0
    assert read(house, lea, HERS) == 1


def test_what_was_changed_is_an_alarm_and_keeps_nobody_from_her_work(
    house: House, berta: Actor
) -> None:
    work = house.work()
    row = work.session.query(OwnAddress).one().id
    forge(work, OwnAddress, row, sealed=b"x")
    read(house, berta, HERS)
    assert alarms(house) == []
    assert len(alarms(house, Act.ALARM_SEAL)) == 1
