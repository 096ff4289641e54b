"""A consent, a handover and a withdrawal by the pages, on each engine."""

from datetime import timedelta

from flask import Flask

from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.desk_forms import consent_form, visiting
from tests.factories.house import House
from tests.factories.read_page import read_page


def test_what_she_allows_opens_and_what_she_takes_back_closes(app: Flask, house: House) -> None:
    actor = house.actor("berta", "beratung")
    known = new_client(house, actor, "Öztürk")
    write(house, actor, known, entry("Es war Abend.", "violence"))
    berta, frieda, olga = (visiting(app, name) for name in ("berta", "frieda", "olga"))
    client = f"/clients/{known.id}"
    form = f"{client}/consents/new"
    typed = consent_form(house, "violence", step="record")
    assert berta.send(form, f"{form}?language=de", **typed).status_code == 200
    consents = berta.look(f"{client}/consents").text
    consent = consents.split("/consents/")[-1].partition("/")[0]
    slip = {"consent": consent, "urgency": "today", "languages": "de", "children": "0"}
    unit = str(house.units["frauenhaus"])
    sent = berta.send(f"{client}/handover", **slip, to_unit=unit, note="Sie kommt gleich.")
    assert sent.status_code == 303
    waiting = frieda.look("/handovers").text
    assert "Sie kommt gleich." in waiting
    handover = waiting.split("/handovers/")[1].partition("/")[0]
    accepted = frieda.send(f"/handovers/{handover}/acceptance", "/handovers")
    assert "Es war Abend." in frieda.look(accepted.location).text
    assert berta.send(f"{client}/consents/{consent}/withdrawal", what="whole").status_code == 200
    assert "Es war Abend." not in frieda.look(f"{client}/story").text
    seen = olga.send("/log/who-saw", "/log", client=known.code).text
    assert "Frieda" in seen
    assert consent in seen
    assert "Alles ist so, wie es geschrieben wurde." in olga.send("/log/verification").text


def test_a_name_on_a_list_stands_on_her_receipt_though_her_desk_had_closed(
    app: Flask, house: House
) -> None:
    actor = house.actor("berta", "beratung")
    known = new_client(house, actor, "Öztürk")
    case_at(house, house.actor("frieda", "frauenhaus"), known)
    consented(house, actor, known, [house.units["frauenhaus"]], ["identity"])
    frieda, ida = visiting(app, "frieda"), visiting(app, "ida")
    assert "Öztürk" in frieda.look("/").text
    page = f"/clients/{known.id}/withdrawal"
    assert ida.send("/look-up", code=known.code).status_code == 303
    house.around.clock.advance(timedelta(minutes=61))  # type: ignore[attr-defined]  # a stopped one
    ida.log_in("ida")
    asked = ida.send(page)
    assert (asked.status_code, "desk-card" in asked.text) == (404, True)
    done = ida.send(page, **{"desk-card": known.code})
    receipt = read_page(done.text).select(".on-paper .seen li")
    assert [" ".join(each.text.split()).split(" · ")[1:] for each in receipt] == [
        ["Frauenhaus", "Person"]
    ]
    frieda.log_in("frieda")
    assert known.code in frieda.look("/").text
    assert "Öztürk" not in frieda.look("/").text
