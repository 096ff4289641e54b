from uuid import UUID

from caseflow.subject_rights.retention import lift_hold
from caseflow.vault.erasing.holds import load_holds
from caseflow.vocabulary.answers import Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.retention import held


def lifting(house: House, hold: UUID, reason: str = "Vergleich") -> object:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    answer = lift_hold(work, olga, hold, reason)
    work.finish()
    return answer


def test_it_is_lifted_once_with_a_reason(house: House) -> None:
    hold = held(house, new_client(house, house.actor("berta", "beratung")).id)
    assert lifting(house, hold, " ") == Invalid((Problem("reason", "required"),))
    assert lifting(house, hold) == Done(None)
    work = house.work()
    assert load_holds(work).standing == ()
    work.finish()
    assert lifting(house, hold) == Refused(Reason.TOO_LATE)
    assert lifting(house, new_id()) == Refused()
