from sqlalchemy import update

from caseflow.database.tables.audit_log import Leaf
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House


def test_the_head_is_shown_to_be_kept_elsewhere(olga: Visitor) -> None:
    assert "caseflow/" in olga.look("/log/verification").text


def test_a_whole_log_verifies(known: Known, olga: Visitor) -> None:
    text = olga.send("/log/verification").text
    assert "Alles ist so, wie es geschrieben wurde." in text
    assert str(known.id) not in text


def test_a_changed_entry_is_named(house: House, known: Known, olga: Visitor) -> None:  # noqa: ARG001 - she fills the log
    olga.look("/log")
    work = house.work()
    work.session.execute(update(Leaf).where(Leaf.position == 1).values(payload=b"{}"))
    work.finish()
    text = olga.send("/log/verification").text
    assert "Nein. Etwas ist nicht mehr so" in text
    assert "Eintrag 1:" in text
