from sqlalchemy import select

from caseflow.database.tables.clients import Case, Wall
from caseflow.database.unit_of_work import Alarm
from caseflow.vault.contents import put
from caseflow.vault.permit import Ask, permit_member
from caseflow.vault.refuse import refuse
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import entry, new_client, permitted
from tests.factories.house import House
from tests.unit.vault.reading import done_by, newest


def test_what_was_done_is_undone_and_refusal_and_alarms_are_traced(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.CASE_OPEN, known.id))
    put(work, given, entry("zu spät"))
    work.alarms.append(Alarm.of_seal("walls", new_id()))
    assert refuse(work, given, Reason.TOO_LATE) == Refused(Reason.TOO_LATE)
    work.finish()
    told = newest(house, Act.CASE_OPEN)
    assert (told["client"], told["decision"], told["reason"]) == (
        str(known.id),
        "refused",
        "too_late",
    )
    assert "bases" not in told
    assert (told["purpose"], done_by(told, berta)) == ("case_work", True)
    assert newest(house, Act.ALARM_SEAL)["details"]["table"] == "walls"
    with house.sessions() as session:
        assert [case.uses for case in session.scalars(select(Case))] == [0]
        assert session.scalars(select(Wall)).all() == []


def test_an_act_about_no_client_names_none(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    given = permit_member(work, olga, Act.LOG_READ)
    assert not isinstance(given, Refused)
    assert refuse(work, given) == Refused(Reason.NOT_OPEN)
    work.finish()
    assert "client" not in newest(house, Act.LOG_READ)
