from uuid import UUID, uuid4

import pytest

from tests.factories.application import Visitor
from tests.factories.copies import TOLD, Shared, copied, copies, shared, taken_back
from tests.factories.house import House


@pytest.fixture
def frozen(house: House) -> tuple[Shared, UUID]:
    """Return a client whose copy is frozen, and the copy."""
    where = shared(house)
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    return where, drawer.id


def test_what_is_frozen_is_listed_and_kept_on_another_basis(
    frozen: tuple[Shared, UUID], olga: Visitor
) -> None:
    where, copy = frozen
    listed = olga.look("/frozen-copies").text
    assert str(where.known.id) in listed
    assert TOLD not in listed
    address = f"/frozen-copies/{copy}"
    assert "Welche Grundlage?" in olga.look(address).text
    answer = olga.send(address, ground="legal_claims", text="Sie klagt.")
    assert (answer.status_code, answer.location) == (303, "/frozen-copies")
    assert "bleibt: Rechtsansprüche" in olga.look("/frozen-copies").text
    assert "Welche Grundlage?" not in olga.look(address).text
    again = {"ground": "legal_claims", "text": "Sie klagt."}
    assert olga.send(address, "/frozen-copies", **again).status_code == 409


def test_without_a_ground_it_comes_back_with_its_text(
    frozen: tuple[Shared, UUID], olga: Visitor
) -> None:
    address = f"/frozen-copies/{frozen[1]}"
    answer = olga.send(address, text="Ich denke noch nach.")
    assert answer.status_code == 422
    assert "Ich denke noch nach." in answer.text
    assert 'id="ground-problem"' in answer.text
    assert olga.send(address, ground="legal_claims", text="x" * 4001).status_code == 422


def test_nothing_is_frozen_and_an_unknown_one_is_not_there(olga: Visitor) -> None:
    assert "Keine Kopie ist eingefroren" in olga.look("/frozen-copies").text
    assert olga.look(f"/frozen-copies/{uuid4()}").status_code == 404


def test_nobody_else_sees_them(frozen: tuple[Shared, UUID], visitor: Visitor) -> None:
    visitor.log_in("frieda")
    for address in ("/frozen-copies", f"/frozen-copies/{frozen[1]}"):
        assert visitor.look(address).status_code == 404
