from flask import Flask

from tests.factories.contract import acts_of, assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import SHARED, Storied
from tests.factories.programs import Program


def test_what_is_open_is_named_with_what_opens_it(
    frieda: Program, made: Storied, house: House
) -> None:
    answer = frieda.get(f"/clients/{made.id}", unit="frauenhaus")
    told = answer.get_json()
    assert answer.status_code == 200
    assert told.keys() == {"id", "code", "units", "drawers"}
    assert (told["id"], told["code"]) == (str(made.id), made.code)
    assert told["units"] == ["beratung", "frauenhaus"]
    assert {each["category"] for each in told["drawers"]} == set(SHARED)
    for drawer in told["drawers"]:
        assert drawer.keys() == {"unit", "category", "basis"}
        assert drawer["unit"] == "beratung"
        assert drawer["basis"].keys() == {"kind", "id"}
        assert drawer["basis"]["kind"] == "consent"
    assert acts_of(house, answer).count("client.read") == 1


def test_closed_is_as_if_she_never_was(ida: Program, made: Storied, app: Flask) -> None:
    assert_unknown_alike(ida, "GET", "/clients/{}", made.id)
    assert_unknown_alike(Program(app, "olga"), "GET", "/clients/{}", made.id)


def test_a_closed_case_opens_with_a_reason(berta: Program) -> None:
    created = berta.send("POST", "/clients", {"unit": "beratung"}).get_json()
    berta.send("POST", f"/cases/{created['case']}/closure", {"reason": "Umzug"})
    address = f"/clients/{created['id']}"
    assert errors(berta, "GET", address).keys() == {"reason"}
    answer = berta.get(address, reason="Sie hat angerufen.")
    assert answer.get_json()["units"] == ["beratung"]


def test_what_cannot_be_asked_is_named(frieda: Program, made: Storied) -> None:
    assert errors(frieda, "GET", f"/clients/{made.id}", query={"more": "1"}).keys() == {"more"}
