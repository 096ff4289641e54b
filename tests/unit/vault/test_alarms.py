from caseflow.database.unit_of_work import Alarm
from caseflow.vault.alarms import raise_alarms
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_an_alarm_found_late_is_written_in_a_unit_of_work_of_its_own(house: House) -> None:
    berta, row = house.actor("berta", "beratung"), new_id()
    raise_alarms(house.work(berta), berta, [Alarm.of_key("entries", row)])
    told = newest(house, Act.ALARM_KEY)
    assert told["details"] == {"table": "entries", "row": str(row)}
    assert (told["staff"], told["unit"]) == (str(berta.staff), str(berta.unit))
