from datetime import date, timedelta

import pytest

from caseflow.exceptions import review_emergency
from caseflow.oversight import LogCharts, chart_log
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Refused
from caseflow.vocabulary.clock import local_day
from tests.factories.clients import case_at, new_client
from tests.factories.emergencies import declared
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest, read


def charts(house: House, slug: str = "") -> LogCharts:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    today = local_day(work.clock.now(), work.configuration.zone)
    answer = chart_log(work, olga, today, 3, house.units[slug] if slug else None)
    assert isinstance(answer, Disclosed)
    return answer.value


@pytest.fixture
def busy(house: House) -> House:
    """Return a house in which somebody reads on two days, and an emergency waits for a night."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    olga, clock = house.actor("olga", "datenschutz"), house.around.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(timedelta(days=4))  # away from the day on which the house was made
    known = new_client(house, berta)
    case_at(house, frieda, known)
    emergency = declared(house, frieda, known, "health").id
    read(house, berta, known)
    clock.advance(timedelta(days=1))
    read(house, berta, known)
    read(house, berta, known)
    work = house.work(berta)
    assert isinstance(chart_log(work, berta, date(2026, 1, 1), 3), Refused)
    work.finish()
    work = house.work(olga)
    assert isinstance(review_emergency(work, olga, emergency, "justified", ""), Done)
    work.finish()
    return house


def test_days_units_refusals_and_what_waits_are_counted_and_the_look_is_traced(
    busy: House,
) -> None:
    counselling, shelter = busy.units["beratung"], busy.units["frauenhaus"]
    found = charts(busy)
    assert found.accesses[counselling] == (0, 1, 2)
    assert found.emergencies == {shelter: (0, 1, 0)}
    assert found.refusals == {counselling: (0, 0, 1)}
    assert found.waiting == (0, 1, 0)
    alone = charts(busy, "beratung")
    assert set(alone.accesses) == {counselling}
    assert (alone.emergencies, alone.waiting) == ({}, (0, 0, 0))
    told = newest(busy, Act.LOG_READ)["details"]
    assert told.items() >= {"charts": "yes", "unit": str(counselling)}.items()
