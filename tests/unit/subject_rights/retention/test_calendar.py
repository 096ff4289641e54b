"""The calendar counts by month, class and unit, and names nobody."""

from datetime import date

from caseflow.subject_rights.retention import CalendarLine, show_calendar
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import new_client
from tests.factories.erasing import erased
from tests.factories.house import House
from tests.factories.retention import closed_client, held, years_later
from tests.unit.vault.reading import newest


def test_it_counts_what_falls_due_and_what_is_held(house: House) -> None:
    olga, lea = house.actor("olga", "datenschutz"), house.actor("lea", "beratung")
    closed_client(house)
    held(house, closed_client(house).id)
    erased(house, new_client(house, house.actor("berta", "beratung")).id)
    answer = show_calendar(house.work(olga), olga)
    assert isinstance(answer, Disclosed)
    unit = str(house.units["beratung"])
    assert answer.value.lines == (
        CalendarLine(date(2030, 1, 1), "case_record", unit, 2, 1),
        CalendarLine(date(2030, 1, 1), "consent_and_log", "", 1, 0),
    )
    assert answer.value.due == 0
    years_later(house, 5)
    later = show_calendar(house.work(olga), olga)
    assert isinstance(later, Disclosed)
    assert later.value.due == 2
    assert newest(house, Act.RETENTION_READ)["details"] == {"due": "2", "kept": "3"}
    assert show_calendar(house.work(lea), lea) == Refused(Reason.NOT_YOUR_ROLE)
