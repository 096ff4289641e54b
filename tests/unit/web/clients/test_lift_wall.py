import pytest

from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.read_page import read_page


@pytest.fixture
def lea(house: House, visitor: Visitor) -> Visitor:
    visitor.log_in("lea")
    visitor.send("/unit", membership=str(house.memberships["lea", "beratung"].id))
    return visitor


def _walled(made: Storied, house: House, lea: Visitor) -> str:
    address = f"/clients/{made.id}"
    lea.send(f"{address}/wall", staff=str(house.staff["frieda"]))
    found = read_page(lea.look(f"{address}/walls").text)
    return str(found.select_one("input[name=wall]")["value"])  # type: ignore[index]  # found


def test_a_lifted_wall_is_gone_and_she_is_there_again(
    made: Storied, house: House, lea: Visitor
) -> None:
    address = f"/clients/{made.id}/walls"
    assert address in lea.look(f"/clients/{made.id}").text
    assert "hat für sie keine Sperre errichtet" in lea.look(address).text
    wall = _walled(made, house, lea)
    shown = lea.look(address).text
    assert "Frieda" in shown
    assert "errichtet von Lea" in shown
    answer = lea.send(address, wall=wall, reason="Der Name war nur ähnlich.")
    assert answer.location == address
    assert "Frieda" not in lea.look(address).text
    lea.log_in("frieda")
    assert lea.look(f"/clients/{made.id}/story").status_code == 200


def test_what_was_typed_comes_back_with_every_problem(
    made: Storied, house: House, lea: Visitor
) -> None:
    wall = _walled(made, house, lea)
    address = f"/clients/{made.id}/walls"
    answer = lea.send(address, wall=wall, reason=" ")
    found = read_page(answer.text)
    assert answer.status_code == 422
    assert found.select_one("#reason-problem") is not None
    assert found.select_one("input[name=wall][checked]")["value"] == wall  # type: ignore[index]  # found
    answer = lea.send(address, reason="Irrtum")
    assert answer.status_code == 422
    assert ">Irrtum</textarea>" in answer.text.replace("\n", "")


def test_who_was_slower_keeps_her_reason(made: Storied, house: House, lea: Visitor) -> None:
    wall = _walled(made, house, lea)
    address = f"/clients/{made.id}/walls"
    lea.send(address, wall=wall, reason="Irrtum")
    answer = lea.send(address, wall=wall, reason="Auch ein Irrtum")
    assert answer.status_code == 409
    assert "Auch ein Irrtum" in answer.text


def test_intake_and_case_workers_see_none(made: Storied, berta: Visitor, visitor: Visitor) -> None:
    assert berta.look(f"/clients/{made.id}/walls").status_code == 404
    assert "/walls" not in berta.look(f"/clients/{made.id}").text
    visitor.log_in("ida")
    assert visitor.look(f"/clients/{made.id}/walls").status_code == 404


def test_a_lead_of_another_unit_lifts_none(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    address = f"/clients/{made.id}/walls"
    assert visitor.look(address).status_code == 404
    answer = visitor.send(address, "/look-up", wall=str(made.id), reason="x")
    assert answer.status_code == 404
