from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import new_client
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.unit.web.families.conftest import Kept, soup


def test_an_empty_record_is_opened_for_a_child(berta: Visitor, kept: Kept) -> None:
    page = f"/clients/{kept.mother.id}/family"
    answer = berta.send(f"/clients/{kept.mother.id}/children", page)
    assert answer.status_code == 303
    child = berta.look(answer.location)
    assert "Amal" not in child.text
    assert "Amal" in berta.look(f"{answer.location}/family").text
    assert len(soup(berta, page).select("section li.head-line a")) == 2


def test_a_client_is_linked_by_code_and_a_mistake_is_ended(
    berta: Visitor, kept: Kept, house: House
) -> None:
    other = new_client(house, house.actor("berta", "beratung"), "Nour")
    page, address = f"/clients/{kept.mother.id}/family", f"/clients/{kept.mother.id}/relatives"
    assert berta.send(address, page, kin="child", code=other.code).location == page
    assert "Nour" in berta.look(page).text
    ended = berta.send(f"{address}/{kept.link}/end", page)
    assert ended.location == page
    assert "Sami" not in berta.look(page).text


def test_what_is_wrong_stands_at_its_field(
    app: Flask, house: House, berta: Visitor, kept: Kept
) -> None:
    closed = new_client(house, house.actor("ida", "wohnen"))
    page, address = f"/clients/{kept.mother.id}/family", f"/clients/{kept.mother.id}/relatives"
    for typed in (
        {"kin": "", "code": closed.code},
        {"kin": "child", "code": "X"},
        {"kin": "child", "code": closed.code},
        {"kin": "child", "code": kept.child.code},
    ):
        assert berta.send(address, page, **typed).status_code == 422
    stranger = visiting(app, "wanda")
    for there in (address, f"/clients/{kept.mother.id}/children", f"{address}/{kept.link}/end"):
        sent = stranger.send(there, "/look-up", kin="child", code=closed.code)
        assert sent.status_code in {400, 404}
    for there in (f"/clients/{kept.mother.id}/children", f"{address}/{kept.link}/end"):
        assert stranger.send(there, "/look-up").status_code == 404
