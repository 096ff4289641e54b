from datetime import timedelta

from caseflow.records.close_case import close_case
from caseflow.records.create_client import create_client
from caseflow.records.list_cases import list_cases
from caseflow.records.open_case import open_case
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import Known, case_at
from tests.factories.house import House, StoppedClock
from tests.unit.records.desk_work import do, done


def test_the_units_own_cases_the_latest_first(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    created = done(do(house, berta, create_client, {}))
    case_at(house, frieda, Known(created.id, created.code))
    done(do(house, berta, close_case, created.case))
    clock.advance(timedelta(days=1))
    second = done(do(house, berta, open_case, created.id, "zurück"))
    answer = list_cases(house.work(berta), berta, created.id)
    assert isinstance(answer, Disclosed)
    assert [case.id for case in answer.value] == [second, created.case]
    assert [case.closed_at is None for case in answer.value] == [True, False]


def test_nobody_elses(house: House) -> None:
    created = done(do(house, house.actor("berta", "beratung"), create_client, {}))
    frieda = house.actor("frieda", "frauenhaus")
    assert list_cases(house.work(frieda), frieda, created.id) == Refused(Reason.NOT_OPEN)
