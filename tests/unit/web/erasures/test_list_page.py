from uuid import uuid4

from flask import Flask

from tests.factories.clients import new_client
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.retention import held


def test_an_officer_proposes_by_code(house: House, app: Flask) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    olga = visiting(app, "olga")
    assert "Nichts wartet" in olga.look("/erasures").text
    said = {"file_of": "everything", "ground": "wish", "text": "Sie will es."}
    assert olga.send("/erasures", named=str(uuid4()), **said).status_code == 404
    assert (
        olga.send("/erasures", named=known.code, **{**said, "text": "x" * 5000}).status_code == 422
    )
    assert olga.send("/erasures", named="", **said).status_code == 422
    held(house, known.id)
    assert "zurückgehalten" in olga.send("/erasures", named=known.code, **said).text
    other = new_client(house, house.actor("berta", "beratung"))
    sent = olga.send("/erasures", named=other.code, **said)
    assert sent.status_code == 303
    assert str(other.id) in olga.look(sent.location).text


def test_a_lead_sees_no_form_there(house: House, app: Flask) -> None:
    lea = visiting(app, "lea", house, "beratung")
    page = lea.look("/erasures").text
    assert 'name="named"' not in page
    said = {"file_of": "everything", "ground": "wish", "text": "Sie will es."}
    assert lea.send("/erasures", named=str(uuid4()), **said).status_code == 404
