from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.partners import agreed_outside, partner

TYPED = {
    "template": "appointment",
    "language": "de",
    "way": "in_person",
    "name": "A. Schmidt",
    "day": "4. Mai",
    "time": "9",
    "place": "Café am Markt",
}


def test_a_letter_leads_to_the_document_that_it_is_kept_as(berta: Visitor, written_to: str) -> None:
    page = f"{written_to}/new?template=appointment"
    answer = berta.send(f"{written_to}/new", page, **TYPED)
    assert answer.status_code == 303
    sheet = berta.look(f"{answer.location}/file")
    assert (sheet.status_code, sheet.mimetype) == (200, "application/pdf")
    assert sheet.data.startswith(b"%PDF-")


def test_a_closed_way_and_a_name_are_told_and_what_was_typed_stays(
    house: House, berta: Visitor, written_to: str
) -> None:
    page = f"{written_to}/new?template=appointment"
    wrong = {**TYPED, "way": "messenger", "place": "x" * 201}
    answer = berta.send(f"{written_to}/new", page, **wrong)
    assert answer.status_code == 422
    assert "Dieser Weg ist zu." in answer.text
    assert 'value="A. Schmidt"' in answer.text
    provider = house.work().configuration.provider
    named = {**TYPED, "way": "post", "postal_address": "Weg 1", "place": f"bei {provider}"}
    assert "Schreiben Sie es ohne den Namen." in berta.send(f"{written_to}/new", page, **named).text


def test_a_letter_outside_is_told_under_the_consent(
    house: House, made: Storied, berta: Visitor
) -> None:
    actor = house.actor("berta", "beratung")
    consent = agreed_outside(house, actor, Known(made.id, ""), partner(house), "identity")
    address = f"/clients/{made.id}/letters/new"
    page = f"{address}?template=confirmation&consent={consent}&purpose=case_work"
    typed = {"template": "confirmation", "language": "de", "way": "post", "name": "Polizei"}
    typed |= {"postal_address": "Markt 1", "person": "Samira", "since": "März"}
    asked = {"consent": str(consent), "purpose": "case_work"}
    answer = berta.send(address, page, **typed, **asked)
    assert answer.status_code == 303
    assert "Polizei Espelkamp" in berta.look(f"/clients/{made.id}/disclosures").text
    assert berta.send(address, page, **typed, consent="nobody").status_code == 404
