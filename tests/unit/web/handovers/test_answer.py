from uuid import UUID, uuid4

import pytest

from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.handovers import exchange_slips
from tests.factories.house import House
from tests.factories.read_page import read_page


def _action(visitor: Visitor, address: str, way: str) -> str:
    page = read_page(visitor.look(address).text)
    found = page.select_one(f"form[action$='{way}'], a[href$='{way}']")
    assert found is not None
    return str(found.get("action") or found.get("href"))


@pytest.fixture
def sent(known: Known, berta: Visitor, slip: dict[str, str]) -> None:
    """A handover without a consent is on its way."""
    berta.send(f"/clients/{known.id}/handover", **slip)


def test_with_a_consent_a_case_is_opened(
    known: Known, consent: UUID, berta: Visitor, frieda: Visitor, slip: dict[str, str]
) -> None:
    berta.send(f"/clients/{known.id}/handover", **{**slip, "consent": str(consent)})
    address = _action(frieda, "/handovers", "acceptance")
    answer = frieda.send(address, "/handovers")
    assert answer.location == f"/clients/{known.id}/story"
    assert frieda.look(answer.location).status_code == 200
    assert frieda.send(address, "/handovers").status_code == 409


def test_a_damaged_slip_is_said_in_a_sentence(
    house: House, known: Known, consent: UUID, berta: Visitor, frieda: Visitor, slip: dict[str, str]
) -> None:
    berta.send(f"/clients/{known.id}/handover", **{**slip, "consent": str(consent)})
    address = _action(frieda, "/handovers", "acceptance")
    exchange_slips(house, UUID(address.split("/")[2]))
    answer = frieda.send(address, "/handovers")
    assert answer.status_code == 422
    assert "Der Zettel ist beschädigt" in answer.text


@pytest.mark.usefixtures("sent")
def test_without_one_she_may_be_sent(frieda: Visitor) -> None:
    answer = frieda.send(_action(frieda, "/handovers", "acceptance"), "/handovers")
    assert "Der andere Bereich kann sie schicken" in answer.text


@pytest.mark.usefixtures("sent")
def test_a_reason_goes_back_to_who_sent_her(berta: Visitor, frieda: Visitor) -> None:
    address = _action(frieda, "/handovers", "decline")
    assert frieda.send(address, reason="").status_code == 422
    assert frieda.send(address, reason="Kein Platz frei.").status_code == 303
    assert "Kein Platz frei." in berta.look("/handovers?direction=out").text
    assert frieda.send(address, reason="Kein Platz frei.").status_code == 409


@pytest.mark.usefixtures("sent")
def test_what_nobody_has_answered_can_be_taken_back(berta: Visitor) -> None:
    address = _action(berta, "/handovers?direction=out", "withdrawal")
    assert berta.send(address, "/handovers").location == "/handovers?direction=out"
    assert berta.send(address, "/handovers").status_code == 409


@pytest.mark.parametrize("way", ["acceptance", "decline", "withdrawal"])
def test_a_handover_that_does_not_exist_is_not_there(frieda: Visitor, way: str) -> None:
    typed = {"reason": "x"} if way == "decline" else {}
    assert frieda.send(f"/handovers/{uuid4()}/{way}", "/handovers", **typed).status_code == 404
