from uuid import UUID

from tests.factories.application import Visitor
from tests.factories.clients import Known


def test_with_a_consent_the_receiver_reads_who_comes(
    known: Known, consent: UUID, berta: Visitor, frieda: Visitor, slip: dict[str, str]
) -> None:
    typed = {**slip, "consent": str(consent), "note": "Sie kommt mit dem Taxi."}
    berta.send(f"/clients/{known.id}/handover", **typed)
    text = frieda.look("/handovers").text
    for said in ("Öztürk", known.code, "Taxi", "heute", "Berta"):
        assert said in text


def test_without_one_she_reads_how_soon_and_nothing_else(
    known: Known, berta: Visitor, frieda: Visitor, slip: dict[str, str]
) -> None:
    berta.send(f"/clients/{known.id}/handover", **slip)
    text = frieda.look("/handovers").text
    assert "Annehmen: Schicken Sie sie zu uns" in text
    assert known.code not in text
    assert str(known.id) not in text


def test_each_direction_is_a_page_of_its_own(berta: Visitor) -> None:
    assert "Keine Übergaben." in berta.look("/handovers").text
    assert "Keine Übergaben." in berta.look("/handovers?direction=out").text


def test_the_officer_hands_nobody_over(visitor: Visitor) -> None:
    visitor.log_in("olga")
    assert visitor.look("/handovers").status_code == 404


def test_from_a_handover_one_comes_to_the_client_once_she_is_open(
    known: Known, consent: UUID, berta: Visitor, frieda: Visitor, slip: dict[str, str]
) -> None:
    berta.send(f"/clients/{known.id}/handover", **{**slip, "consent": str(consent)})
    link = f'href="/clients/{known.id}"'
    assert link in berta.look("/handovers?direction=out").text
    waiting = frieda.look("/handovers").text
    assert link not in waiting
    handover = waiting.split("/handovers/")[1].partition("/")[0]
    frieda.send(f"/handovers/{handover}/acceptance", "/handovers")
    assert link in frieda.look("/handovers").text
