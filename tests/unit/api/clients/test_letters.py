from tests.factories.clients import Known
from tests.factories.contract import assert_unknown_alike, errors
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.letters import lets_write
from tests.factories.partners import agreed_outside, partner
from tests.factories.programs import Program
from tests.unit.records.desk_work import create

LETTER = {
    "unit": "beratung",
    "template": "appointment",
    "language": "de",
    "way": "post",
    "fields": {
        "name": "A. S.",
        "postal_address": "Weg 1",
        "day": "4. Mai",
        "time": "9",
        "place": "hier",
    },
}


def test_a_letter_follows_the_ways_and_its_sheet_is_a_document(
    berta: Program, made: Storied, house: House
) -> None:
    hers = f"/clients/{made.id}"
    found = berta.get(f"{hers}/ways").get_json()
    assert [each["way"] for each in found["ways"] if each["open"]] == ["in_person", "told"]
    assert errors(berta, "POST", f"{hers}/letters", LETTER).keys() == {"way"}
    lets_write(house, house.actor("berta", "beratung"), Known(made.id, ""))
    found = berta.get(f"{hers}/ways").get_json()
    assert found["rules"] == ["email"]
    assert {"way": "post", "open": True, "bars": [], "care": ["neutral"]} in found["ways"]
    written = berta.send("POST", f"{hers}/letters", LETTER)
    assert (written.status_code, written.headers["ETag"]) == (201, '"1"')
    sheet = berta.get(f"/documents/{written.get_json()['id']}/content")
    assert sheet.data.startswith(b"%PDF-")


def test_a_letter_outside_needs_its_consent(berta: Program, made: Storied, house: House) -> None:
    actor = house.actor("berta", "beratung")
    consent = agreed_outside(house, actor, Known(made.id, ""), partner(house), "identity")
    fields = {"name": "Polizei", "postal_address": "Markt 1", "person": "Samira", "since": "März"}
    told = {**LETTER, "template": "confirmation", "fields": fields, "purpose": "case_work"}
    outside = berta.send("POST", f"/clients/{made.id}/letters", {**told, "consent": str(consent)})
    assert outside.status_code == 201
    more = {**told, "consent": str(consent), "categories": ["health"]}
    assert berta.send("POST", f"/clients/{made.id}/letters", more).status_code == 409


def test_nobody_learns_by_it_whether_she_is_there(frieda: Program, house: House) -> None:
    closed = create(house, house.actor("berta", "beratung")).id
    assert_unknown_alike(frieda, "GET", "/clients/{}/ways", closed)
    assert_unknown_alike(
        frieda, "POST", "/clients/{}/letters", closed, {**LETTER, "unit": "frauenhaus"}
    )
