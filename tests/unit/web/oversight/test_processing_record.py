from flask import Flask

from tests.factories.application import Visitor
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.unit.paper.papers import read_back


def test_the_officer_sees_it_and_takes_it_as_a_paper(olga: Visitor) -> None:
    page = olga.look("/processing-record").text
    assert "Verzeichnis der Verarbeitungstätigkeiten" in page
    assert "noch nicht eingetragen" in page
    paper = olga.look("/processing-record/paper")
    assert "noch nicht eingetragen" in read_back(paper.data)


def test_the_log_leads_there(olga: Visitor) -> None:
    assert 'href="/processing-record"' in olga.look("/log").text


def test_nobody_else_sees_it(house: House, app: Flask) -> None:
    assert house.staff
    berta = visiting(app, "berta")
    for address in ("/processing-record", "/processing-record/paper"):
        assert berta.look(address).status_code == 404
