from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.desk_forms import close
from tests.factories.house import House


def test_a_consent_says_who_tells_whom_what_and_what_waits(
    house: House, known: Known, berta: Visitor
) -> None:
    actor = house.actor("berta", "beratung")
    units = house.units
    offered = offer([actor.unit, units["wohnen"]], [units["frauenhaus"]], "family", "whereabouts")
    recorded = agreed(house, actor, known, declaration(offered))
    text = berta.look(f"/clients/{known.id}/consents").text
    for said in ("Familie", "Aufenthaltsort", "Frauenhaus", "31.12.2026", "Berta"):
        assert said in text
    assert f"/consents/{recorded.id}/withdrawal" in text
    assert ("Wartet, bis" in text) == bool(recorded.pending_categories)


def test_a_withdrawn_consent_stays_as_evidence(house: House, known: Known, berta: Visitor) -> None:
    actor = house.actor("berta", "beratung")
    offered = offer([actor.unit], [house.units["frauenhaus"]], "family")
    recorded = agreed(house, actor, known, declaration(offered))
    took_back(house, actor, known, recorded.id)
    text = berta.look(f"/clients/{known.id}/consents").text
    assert "widerrufen am" in text
    assert f"/consents/{recorded.id}/withdrawal" not in text


def test_a_client_without_consents_is_said_to_have_none(known: Known, berta: Visitor) -> None:
    assert "Keine Einwilligung" in berta.look(f"/clients/{known.id}/consents").text


def test_a_closed_case_opens_with_a_reason(house: House, known: Known, berta: Visitor) -> None:
    close(house, known)
    address = f"/clients/{known.id}/consents"
    assert "Dieser Fall ist geschlossen" in berta.look(address).text
    assert berta.send(address, reason="").status_code == 422
    assert "Keine Einwilligung" in berta.send(address, reason="Nachfrage").text


def test_a_stranger_sees_nobody(known: Known, visitor: Visitor) -> None:
    visitor.log_in("ida")
    assert visitor.look(f"/clients/{known.id}/consents").status_code == 404
