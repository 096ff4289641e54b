import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.kept_apart import created
from tests.factories.read_page import read_page


@pytest.fixture
def lea(house: House, visitor: Visitor) -> Visitor:
    visitor.log_in("lea")
    visitor.send("/unit", membership=str(house.memberships["lea", "beratung"].id))
    return visitor


@pytest.fixture
def hers(house: House) -> Known:
    return created(house, house.actor("lea", "beratung"))


@pytest.fixture
def his(house: House) -> Known:
    return created(house, house.actor("frieda", "frauenhaus"))


def test_a_lead_sees_since_when_and_not_who_and_ends_it(
    hers: Known, his: Known, lea: Visitor
) -> None:
    address = f"/clients/{hers.id}/kept-apart"
    assert address in lea.look(f"/clients/{hers.id}").text
    assert "hält sie von niemandem fern" in lea.look(address).text
    lea.send(f"/clients/{hers.id}/keep-apart", code=his.code)
    shown = lea.look(address)
    assert "erfasst von Lea" in shown.text
    assert his.code not in shown.text
    assert str(his.id) not in shown.text
    box = read_page(shown.text).select_one("input[name=pair]")
    assert box is not None
    pair = str(box["value"])
    answer = lea.send(address, pair=pair, reason=" ")
    assert answer.status_code == 422
    assert f'value="{pair}" checked' in answer.text
    assert lea.send(address, pair=pair, reason="Verwechslung").location == address
    assert "hält sie von niemandem fern" in lea.look(address).text
    assert lea.send(address, pair=pair, reason="noch einmal").status_code == 409


def test_nobody_else_sees_the_list(hers: Known, berta: Visitor, visitor: Visitor) -> None:
    assert berta.look(f"/clients/{hers.id}/kept-apart").status_code == 404
    visitor.log_in("wanda")
    address = f"/clients/{hers.id}/kept-apart"
    assert visitor.look(address).status_code == 404
    answer = visitor.send(address, "/look-up", pair=str(hers.id), reason="x")
    assert answer.status_code == 404
