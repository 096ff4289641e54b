import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.factories.known_clients import Storied


@pytest.fixture
def lea(house: House, visitor: Visitor) -> Visitor:
    visitor.log_in("lea")
    visitor.send("/unit", membership=str(house.memberships["lea", "beratung"].id))
    return visitor


def test_behind_a_wall_she_does_not_exist(made: Storied, house: House, lea: Visitor) -> None:
    address = f"/clients/{made.id}/wall"
    asked = lea.look(address).text
    assert "Frieda · Frauenhaus" in asked
    assert asked.count(f'value="{house.staff["lea"]}"') == 1
    answer = lea.send(address, staff=str(house.staff["frieda"]))
    assert answer.location == f"/clients/{made.id}"
    lea.log_in("frieda")
    assert lea.look(f"/clients/{made.id}/story").status_code == 404
    assert "Öztürk" not in lea.look("/").text


def test_somebody_must_be_chosen_who_is_there(made: Storied, lea: Visitor) -> None:
    address = f"/clients/{made.id}/wall"
    assert lea.send(address, staff="").status_code == 422
    assert lea.send(address, staff=str(made.id)).status_code == 422


def test_a_case_worker_puts_up_none(made: Storied, berta: Visitor) -> None:
    assert berta.look(f"/clients/{made.id}/wall").status_code == 404


def test_nobody_is_walled_off_from_a_client_who_is_not_open(
    made: Storied, house: House, visitor: Visitor
) -> None:
    visitor.log_in("wanda")
    address = f"/clients/{made.id}/wall"
    assert visitor.look(address).status_code == 404
    answer = visitor.send(address, "/look-up", staff=str(house.staff["ida"]))
    assert answer.status_code == 404


def test_for_a_closed_case_the_reason_comes_first(
    made: Storied, house: House, lea: Visitor
) -> None:
    close(house, Known(made.id, made.code))
    address = f"/clients/{made.id}/wall"
    assert "Frieda" not in lea.look(address).text
    asked = lea.send(address, reason="Sie hat angerufen.")
    assert asked.status_code == 200
    assert "Frieda · Frauenhaus" in asked.text
    assert 'name="reason" value="Sie hat angerufen."' in asked.text
    typed = {"reason": "Sie hat angerufen.", "staff": str(house.staff["frieda"])}
    assert lea.send(address, **typed).status_code == 303
    assert "Frieda" in lea.look(f"{address}s").text
