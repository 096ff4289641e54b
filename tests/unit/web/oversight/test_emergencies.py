from uuid import UUID, uuid4

import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.emergencies import DANGER, declared
from tests.factories.house import House
from tests.factories.officers_walls import wall_off


@pytest.fixture
def emergency(house: House, known: Known) -> UUID:
    return declared(house, house.actor("frieda", "frauenhaus"), known, "health").id


def test_what_waits_is_reviewed_once(emergency: UUID, olga: Visitor) -> None:
    assert "Frieda" in olga.look("/emergencies").text
    address = f"/emergencies/{emergency}"
    assert DANGER.danger in olga.look(address).text
    answer = olga.send(address, finding="justified", note="Sie weiß es.", told="yes")
    assert (answer.status_code, answer.location) == (303, address)
    assert "Ja, sie weiß es." in olga.look(address).text
    assert "Nichts wartet" in olga.look("/emergencies").text
    assert "gerechtfertigt" in olga.look("/emergencies?reviewed=yes").text
    assert "Sie weiß es." in olga.look(address).text
    assert olga.send(address, finding="unjustified", note="").status_code == 409


def test_a_review_without_a_finding_comes_back_with_its_note(
    emergency: UUID, olga: Visitor
) -> None:
    answer = olga.send(f"/emergencies/{emergency}", note="Ich denke noch nach.")
    assert answer.status_code == 422
    assert "Ich denke noch nach." in answer.text
    assert 'id="finding-problem"' in answer.text
    assert olga.send(f"/emergencies/{emergency}", note="x" * 4001).status_code == 422


def test_an_unknown_emergency_is_not_there(olga: Visitor) -> None:
    assert olga.look(f"/emergencies/{uuid4()}").status_code == 404


def test_nobody_else_reviews(emergency: UUID, visitor: Visitor) -> None:
    visitor.log_in("berta")
    assert visitor.look(f"/emergencies/{emergency}").status_code == 404


def test_whether_the_client_knows_is_recorded_beside_it(emergency: UUID, olga: Visitor) -> None:
    page = f"/emergencies/{emergency}"
    address = f"{page}/told"
    for form in ({"told": "not_yet"}, {"told": "yes", "why": "x" * 4001}):
        assert olga.send(address, page, **form).status_code == 422
    answer = olga.send(address, page, told="not_yet", why="Er liest mit.")
    assert (answer.status_code, answer.location) == (303, page)
    assert "Er liest mit." in olga.look(page).text
    assert "Noch nicht." in olga.look("/emergencies").text
    assert olga.send(f"/emergencies/{uuid4()}/told", page, told="yes").status_code == 404


def test_that_nobody_is_left_to_review_is_said_without_saying_whose(
    house: House, known: Known, emergency: UUID, olga: Visitor
) -> None:
    wall_off(house, known)
    listed = olga.look("/emergencies").text
    assert "keine der Datenschutzbeauftragten prüfen darf: 1" in listed
    assert str(known.id) not in listed
    assert olga.look(f"/emergencies/{emergency}").status_code == 404
