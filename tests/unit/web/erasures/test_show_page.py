from uuid import uuid4

from flask import Flask

from tests.factories.clients import new_client
from tests.factories.desk_forms import visiting
from tests.factories.house import House
from tests.factories.retention import erasure_of, held
from tests.unit.paper.papers import read_back


def test_the_second_person_agrees_and_the_record_is_a_paper(house: House, app: Flask) -> None:
    known = new_client(house, house.actor("berta", "beratung"), "Kanarinja")
    erasure = erasure_of(house, house.actor("lea", "beratung"), known.id)
    olga, page = visiting(app, "olga"), f"/erasures/{erasure}"
    assert olga.send(page, agreed="maybe").status_code == 422
    told = olga.send("/log", page, client=str(known.id), act="erasure.propose").text
    assert "Begründung lesen" in told
    assert 'name="act" value="erasure.propose"' in olga.look(page).text
    hold = held(house, known.id)
    assert "zurückgehalten" in olga.send(page, agreed="yes").text
    why = {f"reason.{hold}": "Vergleich"}
    ended = olga.send(f"/retention/holds/{hold}/end", "/retention", **why)
    assert ended.status_code == 303
    assert olga.send(page, agreed="yes").status_code == 303
    shown = olga.look(page).text
    assert "16.03.2026" in shown
    assert "Kanarinja" not in shown
    assert 'value="fr"' in shown
    assert "Attestation d’effacement" in read_back(olga.look(f"{page}/paper?language=fr").data)
    assert "Nachweis einer Löschung" in read_back(olga.look(f"{page}/paper?language=xx").data)
    assert olga.send(page, "/retention", agreed="yes").status_code == 409


def test_who_proposed_takes_it_back(house: House, app: Flask) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    erasure = erasure_of(house, house.actor("olga", "datenschutz"), known.id)
    olga, page = visiting(app, "olga"), f"/erasures/{erasure}"
    assert "Vorschlag zurücknehmen" in olga.look(page).text
    assert olga.send(f"{page}/withdrawal", page).status_code == 303
    assert "zurückgenommen" in olga.look("/erasures").text
    assert "Vorschlag zurücknehmen" not in olga.look(page).text
    assert olga.send(f"{page}/withdrawal", "/erasures").status_code == 409


def test_for_everybody_else_there_is_none(house: House, app: Flask) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    erasure = erasure_of(house, house.actor("lea", "beratung"), known.id)
    wanda = visiting(app, "wanda")
    for one in (erasure, uuid4()):
        assert wanda.look(f"/erasures/{one}").status_code == 404
        assert wanda.look(f"/erasures/{one}/paper").status_code == 404
        for said in ("yes", "maybe"):
            assert wanda.send(f"/erasures/{one}", "/erasures", agreed=said).status_code == 404
