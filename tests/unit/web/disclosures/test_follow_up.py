import pytest
from bs4 import BeautifulSoup

from caseflow.vocabulary.ids import new_id
from tests.factories.application import Visitor
from tests.factories.desk_forms import close
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


def test_what_has_changed_since_is_told_and_that_is_noted(
    telling: Telling, berta: Visitor, made: str
) -> None:
    hers = f"/clients/{telling.known.id}"
    assert "Sie hat erfahren, was sich geändert hat" not in berta.look(made).text
    entry = f"{hers}/entries/{telling.entry}"
    changed = {"kind": "note", "occurred_on": "1.3.2026", "title": "", "text": "Der Bruder."}
    assert berta.send(entry, version="1", **changed).status_code == 303
    for page in (made, telling.address, "/disclosures"):
        assert "muss es noch erfahren" in berta.look(page).text
    told = BeautifulSoup(berta.look(f"{hers}/corrections").text, "html.parser")
    assert [link["href"] for link in told.select("#to-be-retold ~ ul a")] == [made]
    sent = berta.send(f"{made}/notes", made, kind="change_told", text="Angerufen.")
    assert sent.status_code == 303
    shown = berta.look(made).text
    assert "hat es am 02.03.2026" in shown
    assert "muss es noch erfahren" not in shown
    assert "to-be-retold" not in berta.look(f"{hers}/corrections").text


def test_in_a_closed_case_what_came_of_it_is_noted_for_a_reason(
    house: House, telling: Telling, berta: Visitor, made: str
) -> None:
    close(house, telling.known)
    assert "Er hat gedroht." not in berta.look(made).text
    shown = berta.send(made, reason="Die Polizei ruft an.").text
    assert "Er hat gedroht." in shown
    assert 'name="reason" value="Die Polizei ruft an."' in shown
    wrong = berta.send(f"{made}/notes", made, kind="answer", text="", reason="Rückruf")
    assert wrong.status_code == 422
    assert (
        berta.send(f"{made}/notes", made, kind="answer", text="Da.", reason="x").status_code == 303
    )
    assert "Da." in berta.send(made, reason="Rückruf").text


def test_an_empty_or_too_long_note_comes_back(berta: Visitor, made: str) -> None:
    assert berta.send(f"{made}/notes", made, kind="answer", text="").status_code == 422
    long = berta.send(f"{made}/notes", made, kind="answer", text="x" * 4001)
    assert long.status_code == 422
    assert berta.send(f"{made}/notes", made, kind="song", text="x").status_code == 422


def test_of_what_is_not_there_nothing_is_noted(telling: Telling, berta: Visitor, made: str) -> None:
    other = f"{telling.address}/{new_id()}"
    assert berta.send(f"{other}/notes", made, kind="answer", text="x").status_code == 404
    assert berta.send(f"{other}/acknowledgement", made).status_code == 404
