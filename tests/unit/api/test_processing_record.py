from flask import Flask

from tests.factories.house import House
from tests.factories.programs import Program
from tests.unit.paper.papers import read_back


def test_it_says_what_is_configured_and_names_what_is_missing(house: House, app: Flask) -> None:
    olga = Program(app, "olga")
    told = olga.get("/processing-record", language="en").get_json()
    assert told["controller"]["name"] == house.around.configuration.provider
    assert told["controller"]["storage"] is None
    assert "Place of storage" in told["missing"]
    assert {each["name"] for each in told["units"]} >= {"Frauenhaus"}


def test_it_is_there_as_a_paper(app: Flask) -> None:
    olga = Program(app, "olga")
    answer = olga.send("GET", "/processing-record", None, {"Accept": "application/pdf"})
    assert "Record of processing" in read_back(answer.data)


def test_nobody_but_an_officer_asks(app: Flask) -> None:
    assert Program(app, "berta").get("/processing-record").status_code == 403
    assert Program(app, "olga").get("/processing-record", language="tr").status_code == 422
