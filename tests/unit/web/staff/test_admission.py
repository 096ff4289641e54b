from uuid import uuid4

from flask import Flask

from tests.factories.application import Visitor
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.read_page import read_page


def test_six_words_are_compared_before_she_is_admitted(house: House, lea: Visitor) -> None:
    address = f"/staff/{house.staff['frieda']}/admission"
    page = read_page(lea.look(address).text)
    assert len(page.select(".words li")) == 6
    assert page.select("main [checked]") == []
    forgotten = lea.send(address, role="caseworker")
    assert forgotten.status_code == 422
    assert 'id="compared-problem"' in forgotten.text
    assert lea.send(address, compared="true", role="caseworker").location == "/staff"
    assert lea.send(address, compared="true", role="caseworker").status_code == 422


def test_a_role_is_chosen_among_those_of_the_unit(house: House, lea: Visitor, app: Flask) -> None:
    address = f"/staff/{house.staff['frieda']}/admission"
    answer = lea.send(address, compared="true", role="officer")
    assert 'id="role-problem"' in answer.text
    officers = visiting(app, "olga").look(address).text
    assert 'value="officer"' in officers
    assert 'value="lead"' not in officers


def test_nobody_of_that_name_is_not_there(lea: Visitor) -> None:
    assert lea.look(f"/staff/{uuid4()}/admission").status_code == 404
    assert lea.send(f"/staff/{uuid4()}/admission", "/staff", role="lead").status_code == 404


def test_a_membership_ends_after_one_question(house: House, lea: Visitor, visitor: Visitor) -> None:
    visitor.log_in("berta")
    address = f"/memberships/{house.memberships['berta', 'beratung'].id}/end"
    assert "Berta" in lea.look(address).text
    assert lea.send(address).location == "/staff"
    assert "keinem Bereich" in visitor.look("/").text
    assert lea.look(address).status_code == 404
    assert lea.send(address, "/staff").status_code == 404


def test_the_last_who_admits_stays(house: House, lea: Visitor) -> None:
    answer = lea.send(f"/memberships/{house.memberships['lea', 'beratung'].id}/end")
    assert answer.status_code == 422
    assert "Dann könnte niemand mehr aufnehmen" in answer.text


def test_a_membership_elsewhere_is_not_there(house: House, lea: Visitor) -> None:
    other = house.memberships["frieda", "frauenhaus"].id
    assert lea.look(f"/memberships/{other}/end").status_code == 404
