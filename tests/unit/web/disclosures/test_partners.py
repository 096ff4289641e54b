from flask import Flask

from caseflow.consents import known_partners
from caseflow.vocabulary.ids import new_id
from tests.factories.application import Visitor
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.partners import partner
from tests.factories.read_page import read_page

TYPED = {
    "name": "Jugendamt Minden",
    "kind": "youth_office",
    "agreed_from": "1.1.2026",
    "agreed_until": "31.12.2026",
    "postal_address": "Markt 1",
    "telephone": "0571 1",
    "email": "amt@example.org",
    "duties": "Antwort in zwei Wochen",
}


def test_a_lead_adds_changes_and_ends_an_organisation(house: House, lea: Visitor) -> None:
    assert "Noch ist keine Stelle außerhalb bekannt." in lea.look("/partners").text
    assert lea.send("/partners/new", **TYPED).status_code == 303
    text = lea.look("/partners").text
    assert all(each in text for each in ("Jugendamt", "Antwort in zwei Wochen", "31.12.2026"))
    work = house.work()
    [found] = known_partners(work)
    work.put_away()
    address = f"/partners/{found.id}"
    page = read_page(lea.look(address).text)
    typed = {field["name"]: field.get("value") for field in page.select("main input[type=text]")}
    assert (typed["name"], typed["agreed_until"]) == ("Jugendamt Minden", "31.12.2026")
    other = {**TYPED, "name": "Jugendamt Lübbecke", "agreed_until": ""}
    assert lea.send(address, **other).status_code == 303
    text = lea.look("/partners").text
    assert "Jugendamt Lübbecke" in text
    assert "ohne Ende" in text
    assert lea.send(f"{address}/end", "/partners").status_code == 303
    assert "beendet" in lea.look("/partners").text
    assert lea.send(f"{address}/end", "/partners").status_code == 409


def test_what_is_wrong_stands_at_its_field_and_comes_back(house: House, lea: Visitor) -> None:
    wrong = {**TYPED, "name": "", "kind": "circus", "agreed_until": "1.1.2025"}
    answer = lea.send("/partners/new", **wrong)
    assert answer.status_code == 422
    page = read_page(answer.text)
    links = {link["href"] for link in page.select(".problems a")}
    assert links == {"#name", "#kind", "#agreed_until"}
    assert "Markt 1" in answer.text
    unread = lea.send("/partners/new", **{**TYPED, "agreed_from": "31.2.2026"})
    assert unread.status_code == 422
    known = f"/partners/{partner(house)}"
    assert lea.send(known, **{**TYPED, "agreed_from": "31.2.2026"}).status_code == 422
    assert lea.send(known, **{**TYPED, "kind": "circus"}).status_code == 422


def test_an_unknown_organisation_is_not_there(lea: Visitor) -> None:
    address = f"/partners/{new_id()}"
    assert lea.look(address).status_code == 404
    assert lea.send(address, "/partners", **TYPED).status_code == 404
    assert lea.send(address, "/partners", agreed_from="31.2.2026").status_code == 404
    assert lea.send(f"{address}/end", "/partners").status_code == 404


def test_officers_keep_them_too_and_nobody_else(app: Flask, berta: Visitor) -> None:
    olga = visiting(app, "olga")
    assert olga.send("/partners/new", **TYPED).status_code == 303
    assert "Jugendamt Minden" in olga.look("/partners").text
    assert berta.look("/partners").status_code == 404
