from uuid import UUID

from sqlalchemy import select

from caseflow.database.tables.clients import Wall
from caseflow.exceptions import lift_wall, record_wall
from caseflow.vault.reasons import open_as_oversight
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, entry, new_client, write
from tests.factories.house import House
from tests.unit.vault.reading import read, texts


def _walled(house: House) -> tuple[Known, UUID]:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known = new_client(house, frieda)
    write(house, frieda, known, entry("x"))
    work = house.work(lea)
    answer = record_wall(work, lea, known.id, frieda.staff)
    work.finish()
    assert isinstance(answer, Done)
    return known, answer.value


def test_after_it_she_is_there_again(house: House) -> None:
    frieda, lea = house.actor("frieda", "frauenhaus"), house.actor("lea", "frauenhaus")
    known, wall = _walled(house)
    work = house.work(lea)
    assert lift_wall(work, lea, known.id, wall, " Namensgleichheit ") == Done(None)
    work.finish()
    assert texts(read(house, frieda, known)) == ["x"]
    with house.sessions() as session:
        row = session.scalars(select(Wall)).one()
    assert row.lifted_by == lea.staff
    assert row.reason is not None
    officer = house.work_as("olga", "datenschutz")
    assert open_as_oversight(officer, row.id, row.reason) == "Namensgleichheit"


def test_a_lifted_one_is_too_late_and_an_unknown_one_is_not_there(house: House) -> None:
    lea = house.actor("lea", "frauenhaus")
    known, wall = _walled(house)
    work = house.work(lea)
    assert lift_wall(work, lea, known.id, wall, "Irrtum") == Done(None)
    assert lift_wall(work, lea, known.id, wall, "Irrtum") == Refused(Reason.TOO_LATE)
    assert lift_wall(work, lea, known.id, new_id(), "Irrtum") == Refused(Reason.NOT_OPEN)


def test_the_walled_herself_cannot(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    known, wall = _walled(house)
    answer = lift_wall(house.work(frieda), frieda, known.id, wall, "bitte")
    assert answer == Refused(Reason.NOT_OPEN)
