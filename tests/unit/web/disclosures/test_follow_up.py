import pytest

from caseflow.vocabulary.ids import new_id
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.partners import told
from tests.unit.web.disclosures.conftest import Telling


@pytest.fixture
def made(house: House, telling: Telling) -> str:
    actor = house.actor("berta", "beratung")
    found = told(house, actor, telling.known, telling.consent, telling.entry)
    return f"{telling.address}/{found.id}"


def test_the_receipt_is_noted_once(berta: Visitor, made: str) -> None:
    assert "noch nicht bestätigt" in berta.look(made).text
    assert berta.send(f"{made}/acknowledgement", made).status_code == 303
    assert "noch nicht bestätigt" not in berta.look(made).text
    assert made not in berta.look("/disclosures").text
    assert berta.send(f"{made}/acknowledgement", made).status_code == 409


def test_what_came_of_it_is_noted(berta: Visitor, made: str) -> None:
    for kind, text in (("answer", "Sie kommen vorbei."), ("difficulty", "Drei Anrufe.")):
        assert berta.send(f"{made}/notes", made, kind=kind, text=text).status_code == 303
        assert text in berta.look(made).text
    assert "Was es schwer gemacht hat" in berta.look(made).text


def test_an_empty_or_too_long_note_comes_back(berta: Visitor, made: str) -> None:
    assert berta.send(f"{made}/notes", made, kind="answer", text="").status_code == 422
    long = berta.send(f"{made}/notes", made, kind="answer", text="x" * 4001)
    assert long.status_code == 422
    assert berta.send(f"{made}/notes", made, kind="song", text="x").status_code == 422


def test_of_what_is_not_there_nothing_is_noted(telling: Telling, berta: Visitor, made: str) -> None:
    other = f"{telling.address}/{new_id()}"
    assert berta.send(f"{other}/notes", made, kind="answer", text="x").status_code == 404
    assert berta.send(f"{other}/acknowledgement", made).status_code == 404
