from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.partners import agreed_outside, partner
from tests.unit.web.documents.closing import closed


def test_the_ways_are_shown_before_and_the_letters_that_a_consent_covers(
    house: House, made: Storied, berta: Visitor, written_to: str
) -> None:
    police = partner(house)
    actor = house.actor("berta", "beratung")
    agreed_outside(house, actor, Known(made.id, ""), police, "violence")
    shown = berta.look(written_to).text
    assert "E-Mail" in shown
    assert "diesen Weg hat sie nicht genannt" in shown
    assert "Freier Brief" in shown
    assert shown.count("Bestätigung der Beratung") == 1  # to her: the police may not know who
    assert f"{written_to}" in berta.look(f"/clients/{made.id}/documents").text


def test_a_closed_case_shows_the_ways_for_a_reason_and_no_letter(
    house: House, made: Storied, berta: Visitor, written_to: str
) -> None:
    closed(house, made)
    assert 'name="reason"' in berta.look(written_to).text
    shown = berta.send(written_to, written_to, reason="Nachfrage").text
    assert ("E-Mail" in shown, "Freier Brief" in shown) == (True, False)
