from uuid import UUID, uuid4

import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.emergencies import DANGER, declared
from tests.factories.house import House


@pytest.fixture
def emergency(house: House, known: Known) -> UUID:
    return declared(house, house.actor("frieda", "frauenhaus"), known, "health").id


def test_what_waits_is_reviewed_once(emergency: UUID, olga: Visitor) -> None:
    assert "Frieda" in olga.look("/emergencies").text
    address = f"/emergencies/{emergency}"
    assert DANGER.danger in olga.look(address).text
    answer = olga.send(address, finding="justified", note="Sie weiß es.")
    assert (answer.status_code, answer.location) == (303, "/emergencies")
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
