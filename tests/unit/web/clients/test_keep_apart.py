import pytest

from caseflow.crypto.client_codes import new_code
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.kept_apart import created


@pytest.fixture
def his(house: House) -> Known:
    return created(house, house.actor("frieda", "frauenhaus"))


@pytest.fixture
def hers(house: House) -> Known:
    return created(house, house.actor("berta", "beratung"))


def test_by_the_code_on_the_others_card_they_are_kept_apart(
    hers: Known, his: Known, berta: Visitor
) -> None:
    address = f"/clients/{hers.id}/keep-apart"
    assert address in berta.look(f"/clients/{hers.id}").text
    assert "Von jemandem fernhalten" in berta.look(address).text
    answer = berta.send(address, code=his.code, mine="true")
    assert answer.location == "/"
    assert berta.look(f"/clients/{hers.id}").status_code == 200
    berta.log_in("frieda")
    assert berta.look(f"/clients/{hers.id}").status_code == 404
    assert berta.look(f"/clients/{his.id}").status_code == 200


def test_what_was_typed_comes_back_with_what_is_wrong(
    house: House, hers: Known, berta: Visitor
) -> None:
    address = f"/clients/{hers.id}/keep-apart"
    free = house.around.configuration.limits.lookup.free
    for code, said in (
        ("", "Füllen Sie dieses Feld aus"),
        ("1234", "1234"),
        (hers.code, "dieselbe"),
        *[(new_code(), "Diesen Code hat niemand")] * free,
        (new_code(), "Zu viele Versuche"),
    ):
        answer = berta.send(address, code=code, mine="true")
        assert answer.status_code == 422
        assert said in answer.text
        assert f'value="{code}"' in answer.text
        assert 'name="mine" value="true" checked' in answer.text


def test_who_works_with_both_is_named(house: House, hers: Known, berta: Visitor) -> None:
    other = created(house, house.actor("berta", "beratung"))
    answer = berta.send(f"/clients/{hers.id}/keep-apart", code=other.code)
    assert answer.status_code == 422
    assert "Berta arbeitet mit beiden" in answer.text
    assert hers.code in answer.text
    assert other.code in answer.text


def test_a_client_who_is_not_open_is_not_there(hers: Known, his: Known, visitor: Visitor) -> None:
    visitor.log_in("wanda")
    address = f"/clients/{hers.id}/keep-apart"
    assert visitor.look(address).status_code == 404
    assert visitor.send(address, "/look-up", code=his.code).status_code == 404
