from dataclasses import asdict

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known, case_at, entry, new_client, write
from tests.factories.desk_forms import visiting
from tests.factories.emergencies import DANGER
from tests.factories.house import House
from tests.factories.read_page import read_page


@pytest.fixture
def known(house: House) -> Known:
    """Counselling wrote about her health; the shelter has a case, and no consent."""
    berta = house.actor("berta", "beratung")
    made = new_client(house, berta)
    write(house, berta, made, entry("Sie nimmt Blutverdünner.", "health"))
    case_at(house, house.actor("frieda", "frauenhaus"), made)
    return made


@pytest.fixture
def frieda(app: Flask) -> Visitor:
    return visiting(app, "frieda")


def test_only_emergency_categories_are_offered_and_none_is_chosen(
    known: Known, frieda: Visitor
) -> None:
    page = read_page(frieda.look(f"/clients/{known.id}/emergency").text)
    offered = {field["value"] for field in page.select("[name=needed_categories]")}
    assert offered == {"identity", "family", "health"}
    assert page.select("main [checked]") == []


def test_she_reads_until_it_ends(known: Known, frieda: Visitor) -> None:
    address = f"/clients/{known.id}/emergency"
    answer = frieda.send(address, **asdict(DANGER), needed_categories=["health"])
    assert answer.status_code == 200
    assert "02.03.2026, 14:00:00" in answer.text
    assert "Blutverdünner" in frieda.look(f"/clients/{known.id}/story").text
    form = read_page(answer.text).select_one("form[action$='/end']")
    assert form is not None
    assert frieda.send(str(form["action"]), "/").status_code == 200
    assert "Blutverdünner" not in frieda.look(f"/clients/{known.id}/story").text
    assert frieda.send(str(form["action"]), "/").status_code == 404


def test_everything_typed_comes_back(known: Known, frieda: Visitor) -> None:
    address = f"/clients/{known.id}/emergency"
    answer = frieda.send(address, danger="Er ist hier.", needed_categories=["health"])
    assert answer.status_code == 422
    for field in ("threatened", "why_no_other_way"):
        assert f'id="{field}-problem"' in answer.text
    assert "Er ist hier." in answer.text
    assert 'value="health" checked' in answer.text
    assert frieda.send(address, danger="x" * 2001).status_code == 422


def test_of_a_client_who_does_not_exist_for_her_nothing_is_declared(
    known: Known, app: Flask
) -> None:
    answer = visiting(app, "ida").send(
        f"/clients/{known.id}/emergency", **asdict(DANGER), needed_categories=["health"]
    )
    assert answer.status_code == 404
