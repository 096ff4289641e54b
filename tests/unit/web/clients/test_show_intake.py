import pytest

from caseflow.records import close_case, list_cases
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied


@pytest.mark.parametrize(
    ("query", "said"), [("3", True), ("", False), ("x", False), ("1234", False), ("٣", False)]
)
def test_it_says_how_many_answers_were_kept(
    made: Storied,
    berta: Visitor,
    query: str,
    said: bool,  # noqa: FBT001 - a column of the table
) -> None:
    text = berta.look(f"/clients/{made.id}/intake?saved={query}").text
    assert ("Gespeicherte Antworten:" in text) is said


def test_a_closed_case_is_read_for_a_reason_and_not_written(
    made: Storied, house: House, berta: Visitor
) -> None:
    actor = house.actor("berta", "beratung")
    work = house.work(actor)
    cases = list_cases(work, actor, made.id)
    assert isinstance(cases, Disclosed)
    assert isinstance(close_case(work, actor, cases.value[0].id), Done)
    work.finish()
    address = f"/clients/{made.id}/intake"
    assert "Dieser Fall ist geschlossen" in berta.look(address).text
    assert berta.send(address, reason="").status_code == 422
    text = berta.send(address, reason="Rückfrage").text
    assert "Öztürk, Aylin" in text
    assert "<textarea" not in text
    assert berta.send(f"{address}/answers", "/look-up", own_fear="3").status_code == 409
