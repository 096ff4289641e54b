import pytest

from caseflow.keys.own_addresses import keep_address
from caseflow.records.open_intake import open_intake
from caseflow.records.open_story import open_story
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import Known, entry, write
from tests.factories.house import House
from tests.unit.records.desk_work import create, do
from tests.unit.vault.reading import log

ADDRESS = "Lindenstraße 12a, 33602 Bielefeld"


def alarms(house: House) -> list[tuple[str, str]]:
    told = [each for each in log(house) if each["act"] == Act.ALARM_ADDRESS]
    return [(each["staff"], each["client"]) for each in told]


def lives(house: House, actor: Actor) -> None:
    work = house.work(actor)
    keep_address(work, actor.staff, "Linden-Str. 12 A\n33602")
    work.finish()


@pytest.fixture
def berta(house: House) -> Actor:
    return house.actor("berta", "beratung")


def created(house: House, **facts: str) -> Known:
    return create(house, house.actor("lea", "beratung"), facts)


def test_whoever_reads_where_she_lives_is_told_of_and_not_told(house: House, berta: Actor) -> None:
    known = created(house, address_before=ADDRESS)
    seen = do(house, berta, open_story, known.id)
    assert isinstance(seen, Disclosed)
    assert alarms(house) == []
    lives(house, berta)
    assert do(house, berta, open_story, known.id) == seen
    assert alarms(house) == [(str(berta.staff), str(known.id))]


def test_the_intake_form_is_such_a_look_too(house: House, berta: Actor) -> None:
    known = created(house, address_before=ADDRESS)
    lives(house, berta)
    assert isinstance(do(house, berta, open_intake, known.id), Disclosed)
    assert alarms(house) == [(str(berta.staff), str(known.id))]


@pytest.mark.parametrize(("category", "told"), [("whereabouts", 1), ("contact", 1), ("health", 0)])
def test_an_entry_is_read_where_places_are_written(
    house: House, berta: Actor, category: str, told: int
) -> None:
    known = created(house)
    write(house, berta, known, entry(f"Bei der Schwester, {ADDRESS}", category))
    lives(house, berta)
    assert isinstance(do(house, berta, open_story, known.id), Disclosed)
    assert len(alarms(house)) == told
