from caseflow.records import change_entry
from caseflow.vocabulary.answers import Done
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.known_clients import Storied

TYPED = {"kind": "event", "occurred_on": "14.11.2025", "title": "Vorfall", "text": "Mein Text."}


def _address(made: Storied) -> str:
    return f"/clients/{made.id}/entries/{made.entry}"


def test_the_form_holds_the_entry(made: Storied, berta: Visitor) -> None:
    text = berta.look(_address(made)).text
    assert 'value="14.11.2025"' in text
    assert 'name="version" value="1"' in text
    assert "Die Nachbarin hat die Polizei gerufen" in text


def test_a_change_is_written(made: Storied, berta: Visitor) -> None:
    answer = berta.send(_address(made), version="1", **TYPED)
    assert answer.location == f"/clients/{made.id}/story"
    assert 'name="version" value="2"' in berta.look(_address(made)).text


def test_who_was_slower_keeps_her_text_beside_the_newer_one(
    made: Storied, house: House, berta: Visitor
) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    assert isinstance(change_entry(work, lea, made.entry, 1, {"text": "Leas Text."}), Done)
    work.finish()
    answer = berta.send(_address(made), version="1", **TYPED)
    assert answer.status_code == 409
    assert "Leas Text." in answer.text
    assert "Mein Text." in answer.text
    assert 'name="version" value="2"' in answer.text
    assert berta.send(_address(made), version="2", **TYPED).status_code == 303


def test_what_is_wrong_is_named(made: Storied, berta: Visitor) -> None:
    typed = {**TYPED, "occurred_on": "1.1.2030"}
    answer = berta.send(_address(made), version="1", **typed)
    assert answer.status_code == 422
    assert "1.1.2030 liegt in der Zukunft." in answer.text
    assert "Mein Text." in answer.text


def test_a_form_without_its_version_is_no_change(made: Storied, berta: Visitor) -> None:
    assert berta.send(_address(made), **TYPED).status_code == 422


def test_another_units_entry_is_read_in_the_story_only(made: Storied, visitor: Visitor) -> None:
    visitor.log_in("frieda")
    assert visitor.look(_address(made)).status_code == 404
    answer = visitor.send(_address(made), "/look-up", version="1", **TYPED)
    assert answer.status_code == 404
    answer = visitor.send(_address(made), "/look-up", **TYPED)
    assert answer.status_code == 404
