from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import case_at, consented
from tests.factories.desk_forms import close, visiting
from tests.factories.house import House
from tests.factories.read_page import read_page
from tests.unit.web.families.conftest import Kept, soup


def test_mother_and_child_lead_to_each_other_and_the_father_is_blocked(
    berta: Visitor, kept: Kept
) -> None:
    of_mother = soup(berta, f"/clients/{kept.mother.id}/family")
    assert [each["href"] for each in of_mother.select("#main a[href]") if each.text == "Sami"] == [
        f"/clients/{kept.child.id}"
    ]
    of_child = soup(berta, f"/clients/{kept.child.id}/family")
    assert "Amal" in of_child.text
    assert of_child.select_one("article .tag") is not None
    assert "Beispiel, Karim" in of_child.text
    assert "Beispiel, Karim" not in of_mother.text


def test_a_child_who_is_closed_to_the_reader_is_not_there(
    app: Flask, house: House, kept: Kept
) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    consented(house, house.actor("berta", "beratung"), kept.mother, [frieda.unit], ["family"])
    case_at(house, frieda, kept.mother)
    shelter = visiting(app, "frieda")
    page = shelter.look(f"/clients/{kept.mother.id}/family")
    assert page.status_code == 200
    for word in ("Sami", str(kept.child.id), kept.child.code):
        assert word not in page.text
    assert shelter.look(f"/clients/{kept.child.id}/family").status_code == 404


def test_of_a_closed_case_it_opens_for_a_reason_and_offers_nothing(
    house: House, berta: Visitor, kept: Kept
) -> None:
    close(house, kept.child)
    address = f"/clients/{kept.child.id}/family"
    asked = soup(berta, address)
    assert asked.select_one("textarea[name=reason], input[name=reason]") is not None
    assert berta.send(address, reason="").status_code == 422
    sent = berta.send(address, reason="Rückfrage des Jugendamts")
    shown = read_page(sent.text)
    assert "Beispiel, Karim" in shown.text
    assert shown.select("#main form") == []
