from uuid import UUID, uuid4

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.read_page import read_page


def test_the_form_offers_other_units_and_what_carries_her(
    known: Known, consent: UUID, berta: Visitor
) -> None:
    page = read_page(berta.look(f"/clients/{known.id}/handover").text)
    units = [label.text.strip() for label in page.select("#to_unit label")]
    assert units == ["Frauenhaus", "Wohnen"]
    carrying = [field["value"] for field in page.select("[name=consent]")]
    assert carrying == ["", str(consent)]
    assert page.select("main [checked]") == []


def test_a_slip_goes_out(known: Known, berta: Visitor, slip: dict[str, str]) -> None:
    answer = berta.send(f"/clients/{known.id}/handover", **slip)
    assert (answer.status_code, answer.location) == (303, "/handovers?direction=out")
    text = berta.look(answer.location).text
    assert "wartet auf Antwort" in text
    assert "Türkisch, Deutsch" in text


def test_without_a_consent_nothing_points_to_her(
    known: Known, berta: Visitor, slip: dict[str, str]
) -> None:
    answer = berta.send(f"/clients/{known.id}/handover", **slip, note="Öztürk kommt.")
    assert answer.status_code == 422
    assert 'id="note-problem"' in answer.text
    assert "Öztürk kommt." in answer.text
    assert 'value="today" checked' in answer.text


def test_what_is_no_unit_is_said_on_the_form(
    known: Known, berta: Visitor, slip: dict[str, str]
) -> None:
    address = f"/clients/{known.id}/handover"
    assert berta.send(address, **{**slip, "to_unit": "x"}).status_code == 422
    unknown = berta.send(address, **{**slip, "to_unit": str(uuid4())})
    assert 'id="to_unit-problem"' in unknown.text


def test_a_stranger_sends_nobody(known: Known, frieda: Visitor, slip: dict[str, str]) -> None:
    address = f"/clients/{known.id}/handover"
    assert frieda.look(address).status_code == 404
    assert frieda.send(address, "/", **slip).status_code == 404
