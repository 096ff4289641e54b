from sqlalchemy import select

from caseflow.database.sealed_rows import change
from caseflow.database.tables.exceptions import EmergencyAccess
from caseflow.exceptions import review_emergency, show_emergency
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.emergencies import DANGER, declared
from tests.factories.erasing import erased
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def test_the_officer_reads_reason_and_note_after_the_trace(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    answer = show_emergency(house.work(olga), olga, emergency)
    assert isinstance(answer, Disclosed)
    assert (answer.value.danger, answer.value.note) == (DANGER, "")
    assert newest(house, Act.REASON_READ)["details"] == {"emergency": str(emergency)}
    work = house.work(olga)
    review_emergency(work, olga, emergency, "justified", " Nachvollziehbar. ")
    work.finish()
    answer = show_emergency(house.work(olga), olga, emergency)
    assert isinstance(answer, Disclosed)
    assert answer.value.note == "Nachvollziehbar."
    assert answer.value.emergency.finding == "justified"


def test_others_and_unknown_ids_are_refused(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    refused = show_emergency(house.work(frieda), frieda, emergency)
    assert refused == Refused(Reason.NOT_YOUR_ROLE)
    before = len(log(house))
    assert show_emergency(house.work(olga), olga, new_id()) == Refused(Reason.NOT_OPEN)
    assert len(log(house)) == before + 1


def test_a_damaged_reason_is_shown_as_such_and_raises_an_alarm(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    emergency = declared(house, frieda, new_client(house, frieda), "health").id
    work = house.work(frieda)
    row = work.session.scalars(select(EmergencyAccess)).one()
    change(work, row, reason=row.reason[:-1] + bytes([row.reason[-1] ^ 1]))
    work.finish()
    answer = show_emergency(house.work(olga), olga, emergency)
    assert isinstance(answer, Disclosed)
    assert answer.value.danger is None
    assert newest(house, Act.ALARM_KEY)["details"]["row"] == str(emergency)


def test_what_was_said_of_an_erased_client_is_gone_and_no_alarm(house: House) -> None:
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    known = new_client(house, frieda)
    emergency = declared(house, frieda, known, "health").id
    erased(house, known.id)
    answer = show_emergency(house.work(olga), olga, emergency)
    assert isinstance(answer, Disclosed)
    assert (answer.value.danger, answer.value.erased) == (None, True)
    assert not [each for each in log(house) if each["act"] == Act.ALARM_KEY]
