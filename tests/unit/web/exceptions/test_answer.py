from uuid import UUID, uuid4

import pytest
from flask import Flask

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.lawful import excepted, exception_row, ground


@pytest.fixture
def exception(house: House, known: Known) -> UUID:
    asked = ground([house.units["beratung"]], "violence")
    return excepted(house, house.actor("frieda", "frauenhaus"), known, asked)


def test_an_officer_reads_why_and_agrees(house: House, exception: UUID, olga: Visitor) -> None:
    address = f"/exceptions/{exception}"
    assert address in olga.look("/exceptions").text
    page = olga.look(address).text
    assert "blaue Flecken" in page
    answer = olga.send(address, agreed="yes", note="")
    assert answer.status_code == 422
    assert 'value="yes" checked' in answer.text
    assert 'id="note-problem"' in answer.text
    answer = olga.send(address, note="Ich sehe es auch so.")
    assert answer.status_code == 422
    assert "Ich sehe es auch so." in answer.text
    sent = olga.send(address, agreed="yes", note="Ich sehe es auch so.")
    assert (sent.status_code, sent.headers["Location"]) == (303, "/exceptions")
    assert address not in olga.look("/exceptions").text
    assert olga.send(address, agreed="yes", note="Noch einmal.").status_code == 409
    assert olga.send(f"{address}/end", address).status_code == 303
    assert exception_row(house, exception).ended_by == house.staff["olga"]


def test_a_lead_of_the_owning_unit_refuses_without_the_texts(
    house: House, exception: UUID, app: Flask
) -> None:
    lea = visiting(app, "lea", house, "beratung")
    address = f"/exceptions/{exception}"
    assert address in lea.look("/exceptions").text
    assert "blaue Flecken" not in lea.look(address).text
    sent = lea.send(address, agreed="no", note="Wir sprechen erst mit ihr.")
    assert sent.status_code == 303
    assert exception_row(house, exception).refused
    assert lea.send(f"{address}/end", address).status_code == 404


def test_for_everybody_else_there_is_none(exception: UUID, frieda: Visitor, app: Flask) -> None:
    wanda = visiting(app, "wanda")
    assert str(exception) not in wanda.look("/exceptions").text
    for one in (exception, uuid4()):
        assert wanda.look(f"/exceptions/{one}").status_code == 404
        assert wanda.send(f"/exceptions/{one}/end", "/").status_code == 404
    assert frieda.look("/exceptions").status_code == 404
