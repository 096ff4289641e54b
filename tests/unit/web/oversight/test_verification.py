import re

from sqlalchemy import delete, update

from caseflow.database.tables.audit_log import Leaf
from caseflow.database.tables.clients import Case
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import House
from tests.factories.told_rows import tell_all


def test_the_head_is_shown_to_be_kept_elsewhere(olga: Visitor) -> None:
    text = olga.look("/log/verification").text
    assert "caseflow/" in text
    assert re.search(r"caseflow/[0-9a-f-]{36}\+[0-9a-f]{8}\+\S{44}", text)  # the key of the log


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


def test_she_may_have_every_record_compared_too(house: House, known: Known, olga: Visitor) -> None:
    assert "Verglichene Zeilen" not in olga.send("/log/verification").text
    tell_all(house)
    text = olga.send("/log/verification", records="true").text
    assert "Alles ist so, wie es geschrieben wurde." in text
    assert "Verglichene Zeilen" in text
    work = house.work()
    work.session.execute(delete(Case).where(Case.client_id == known.id))
    work.touched.clear()
    work.finish()
    assert (
        "Eine Zeile, die da sein müsste, wurde gelöscht."
        in olga.send("/log/verification", records="true").text
    )
