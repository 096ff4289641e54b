"""A mother, a child and a violent father, by the pages, on each database."""

from flask import Flask

from tests.factories.application import Visitor
from tests.factories.desk_forms import consent_form, visiting
from tests.factories.house import House
from tests.factories.read_page import read_page

CANARY = "Kanarienwort-Mutter-3b9e"
BY_GUARDIAN = {"declared_by": "guardian", "authority": "custody_joint", "known_violent": "no"}


def _said(visitor: Visitor, address: str) -> str:
    return read_page(visitor.look(address).text).main.text  # type: ignore[union-attr]  # found


def test_a_child_has_a_record_of_its_own_and_its_violent_father_declares_nothing(
    app: Flask, house: House
) -> None:
    berta, frieda = visiting(app, "berta"), visiting(app, "frieda")
    mother = berta.send("/clients/new", None, client_name=CANARY).location
    told = {"category": "violence", "kind": "event", "occurred_on": "1.3.2026", "text": CANARY}
    berta.send(f"{mother}/entries/new", None, **told)
    child = berta.send(f"{mother}/children", f"{mother}/family").location
    for page in ("", "/story", "/intake", "/consents", "/case"):
        assert CANARY not in berta.look(f"{child}{page}").text
    assert CANARY in _said(berta, f"{child}/family")  # her name leads to her, who is open here
    father = {"name": "Beispiel, Karim", "relation": "Vater", "authority": "custody_joint"}
    berta.send(f"{child}/guardians/new", None, **father, blocked="violent")
    address, form = f"{child}/consents/new", f"{child}/consents/new?language=de"
    typed = consent_form(house, "family", step="record", **BY_GUARDIAN)
    barred = berta.send(address, form, **typed, guardian_name="karim beispiel")
    assert barred.status_code == 422
    assert "nie für sie erklären darf" in barred.text
    assert "Keine Einwilligung" in _said(berta, f"{child}/consents")
    known = berta.send(
        address, form, **{**typed, "known_violent": "yes"}, guardian_name="Schmidt, Erna"
    )
    assert known.status_code == 422
    receipt = berta.send(address, form, **typed, guardian_name="Schmidt, Erna")
    assert receipt.status_code == 200
    assert "eine vertretungsberechtigte Person" in receipt.text
    assert "Schmidt" not in receipt.text
    listed = _said(berta, f"{child}/consents")
    assert "gesetzlich vertritt" in listed
    assert "Schmidt" not in listed
    assert frieda.look(f"{child}/family").status_code == 404
