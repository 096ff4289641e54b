from flask import Flask

from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.retention import answered_erasure, erasure_of
from tests.factories.telling import Ready


def test_the_officer_is_led_to_who_is_to_be_told_of_an_erasure(house: House, app: Flask) -> None:
    ready, olga = Ready(house), visiting(app, "olga")
    made = ready.told()
    erasure = erasure_of(house, house.actor("lea", "beratung"), ready.known.id)
    page = f"/erasures/{erasure}"
    assert "Zuvor weitergegeben" not in olga.look(page).text
    answered_erasure(house, house.actor("olga", "datenschutz"), erasure)
    assert "Stellen, die es erfahren müssen: 1" in olga.look("/erasures").text
    shown = olga.look(page).text
    assert "Polizei Espelkamp" in shown
    assert str(made.id) in shown
    said = {"disclosure": str(made.id), "retold": "told", "text": "Angerufen."}
    lea = visiting(app, "lea", house, "beratung")
    for missing in ({"disclosure": ""}, {"text": ""}):
        wrong = olga.send(f"{page}/retold", page, **{**said, **missing})
        assert wrong.status_code == 422
        assert lea.send(f"{page}/retold", "/erasures", **{**said, **missing}).status_code == 404
    assert olga.send(f"{page}/retold", page, **said).status_code == 303
    assert "hat es am 02.03.2026" in olga.look(page).text
    assert "müssen" not in olga.look("/erasures").text
