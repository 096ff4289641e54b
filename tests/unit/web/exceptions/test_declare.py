from typing import Any
from uuid import UUID

from bs4 import BeautifulSoup
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.lawful import CHILD, ORDER, answered, next_request
from tests.factories.read_page import read_page


def form(house: House, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - what is typed into it
    typed = {
        **CHILD,
        "kind": "child_protection",
        "from_units": [str(house.units["beratung"])],
        "categories": ["violence"],
        "purpose": "case_work",
    }
    return {**typed, **changed}


def test_own_unit_and_evidence_are_not_offered_and_no_ground_is_chosen(
    house: House, known: Known, frieda: Visitor
) -> None:
    text = frieda.look(f"/clients/{known.id}/exceptions/new").text
    page = read_page(text)
    units = {field["value"] for field in page.select("[name=from_units]")}
    assert units == {str(house.units["beratung"]), str(house.units["wohnen"])}
    offered = {field["value"] for field in page.select("[name=categories]")}
    assert offered.isdisjoint({"evidence", "whereabouts"})
    assert [field["value"] for field in page.select("[name=expressly]")] == ["whereabouts"]
    assert [field["value"] for field in page.select("main [checked]")] == ["case_work"]


def test_declared_agreed_to_read_and_ended(house: House, known: Known, frieda: Visitor) -> None:
    address = f"/clients/{known.id}/exceptions"
    sent = frieda.send(f"{address}/new", **form(house))
    assert (sent.status_code, sent.headers["Location"]) == (303, address)
    page = read_page(frieda.look(address).text)
    assert "wartet auf eine zweite Person" in page.text
    answered(house, house.actor("lea", "beratung"), _id_in(page))
    assert "wartet, bis jemand aus diesem Bereich" in frieda.look(address).text
    next_request(house, house.actor("berta", "beratung"))
    story = frieda.look(f"/clients/{known.id}/story").text
    assert "Er hat das Kind geschlagen." in story
    assert "aus einem anderen Rechtsgrund" in story
    end = read_page(frieda.look(address).text).select_one("form[action$='/end']")
    assert end is not None
    assert frieda.send(str(end["action"]), address).status_code == 303
    assert "geschlagen" not in frieda.look(f"/clients/{known.id}/story").text
    assert frieda.send(str(end["action"]), address).status_code == 409


def test_everything_typed_comes_back(house: House, known: Known, frieda: Visitor) -> None:
    address = f"/clients/{known.id}/exceptions/new"
    wrong = form(house, advice="", until="31.2.2026", expressly=["whereabouts"])
    answer = frieda.send(address, **wrong)
    assert answer.status_code == 422
    assert 'id="until-problem"' in answer.text
    for kept in ("blaue Flecken", 'value="violence" checked', 'value="whereabouts" checked'):
        assert kept in answer.text
    answer = frieda.send(address, **{**wrong, "until": ""})
    assert answer.status_code == 422
    assert 'id="advice-problem"' in answer.text
    assert frieda.send(address, **form(house, parents="x" * 4001)).status_code == 422


def test_an_order_needs_its_paper(house: House, known: Known, frieda: Visitor) -> None:
    address = f"/clients/{known.id}/exceptions"
    paper = form(house, kind="order", **ORDER)
    assert 'id="issued_on-problem"' in frieda.send(f"{address}/new", **paper).text
    sent = frieda.send(f"{address}/new", **{**paper, "issued_on": "1.3.2026"})
    assert sent.status_code == 303
    assert "Anordnung durch Gericht oder Gesetz" in frieda.look(address).text


def test_of_a_client_who_does_not_exist_for_her_nothing_is_declared(
    house: House, known: Known, app: Flask
) -> None:
    wanda = visiting(app, "wanda")
    address = f"/clients/{known.id}/exceptions"
    assert wanda.send(f"{address}/new", **form(house)).status_code == 404
    assert wanda.look(address).status_code == 404
    assert visiting(app, "ida").look(address).status_code == 404


def _id_in(page: BeautifulSoup) -> UUID:
    heading = page.select_one("article h2")
    assert heading is not None
    return UUID(str(heading["id"]).removeprefix("exception-"))
