from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import new_client
from tests.factories.desk_forms import visiting
from tests.factories.guardians import written_down
from tests.factories.house import House
from tests.unit.web.families.conftest import Kept, soup


def test_who_is_blocked_may_declare_again_only_by_case_work(berta: Visitor, kept: Kept) -> None:
    page, one = f"/clients/{kept.child.id}/family", f"/clients/{kept.child.id}/guardians"
    assert berta.send(f"{one}/{kept.father}/unblock", page, version="1").location == page
    assert soup(berta, page).select("article .tag") == []
    again = berta.send(f"{one}/{kept.father}/block", page, version="2", blocked="court_order")
    assert again.location == page
    assert "Gericht" in berta.look(page).text
    assert berta.send(f"{one}/{kept.father}/unblock", page, version="2").status_code == 409


def test_a_ground_must_be_chosen(berta: Visitor, kept: Kept) -> None:
    page = f"/clients/{kept.child.id}/family"
    address = f"/clients/{kept.child.id}/guardians/{kept.father}/block"
    assert berta.send(address, page, version="1", blocked="").status_code == 422
    assert berta.send(address, page, version="1", blocked="x").status_code == 422


def test_intake_blocks_and_sees_no_way_to_unblock(app: Flask, house: House) -> None:
    ida = house.actor("ida", "wohnen")
    known = new_client(house, ida)
    father = written_down(house, ida, known, blocked="")
    desk, page = visiting(app, "ida"), f"/clients/{known.id}/family"
    address = f"/clients/{known.id}/guardians/{father}"
    assert desk.send(f"{address}/block", page, version="1", blocked="violent").location == page
    shown = soup(desk, page)
    assert shown.select("article .tag") != []
    assert shown.select("article form") == []
    assert desk.send(f"{address}/unblock", page, version="2").status_code == 404
