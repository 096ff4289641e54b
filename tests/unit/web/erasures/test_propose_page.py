from uuid import uuid4

from flask import Flask

from tests.factories.clients import new_client
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.read_page import read_page


def test_a_lead_proposes_and_waits(house: House, app: Flask) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    lea = visiting(app, "lea", house, "beratung")
    page = f"/clients/{known.id}/erasure"
    assert page in lea.look(f"/clients/{known.id}/case").text
    said = {"file_of": "beratung", "ground": "wish", "text": "Sie will es."}
    assert lea.send(page, **{**said, "text": ""}).status_code == 422
    wrong = read_page(lea.send(page).text).select(".problems a")
    assert [each["href"] for each in wrong] == ["#file_of", "#ground", "#text"]  # as they stand
    assert lea.send(page, **{**said, "text": "x" * 5000}).status_code == 422
    sent = lea.send(page, **said)
    assert (sent.status_code, sent.location) == (303, "/erasures")
    assert str(known.id) in lea.look("/erasures").text


def test_of_nobody_it_is_as_of_somebody_elses(house: House, app: Flask) -> None:
    other = new_client(house, house.actor("wanda", "wohnen"))
    lea = visiting(app, "lea", house, "beratung")
    for client in (uuid4(), other.id):
        page = f"/clients/{client}/erasure"
        sent = lea.send(page, file_of="everything", ground="wish", text="Sie will es.")
        assert sent.status_code == 404
