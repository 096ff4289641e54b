from caseflow.database.tables.documents import Document
from caseflow.vocabulary.acts import Act
from tests.factories.documents import TITLE, attached, listed
from tests.factories.house import House
from tests.unit.records.desk_work import create, damage, log


def test_documents_come_by_day_and_a_damaged_one_is_an_alarm(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    attached(house, berta, known, None)
    attached(house, berta, known, None, dated="2026-02-01", title="Pass")
    assert [each.title for each in listed(house, berta, known)] == ["Pass", TITLE]
    damage(house, Document, "note")
    assert listed(house, berta, known) == []
    assert [each["act"] for each in log(house)[-2:]] == [Act.ALARM_KEY] * 2
