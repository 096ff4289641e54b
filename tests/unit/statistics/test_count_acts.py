from datetime import timedelta
from typing import cast

from caseflow.consents import withdraw_everything
from caseflow.statistics.cells import Measure
from caseflow.statistics.count_acts import count_acts
from tests.factories.clients import case_at, consented, new_client
from tests.factories.emergencies import declared
from tests.factories.handovers import sent
from tests.factories.house import House, StoppedClock


def test_everything_is_counted_where_and_when_it_was_done(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["identity"])
    sent(house, berta, known, "wohnen")
    declared(house, frieda, known, "health")
    cast("StoppedClock", house.around.clock).advance(timedelta(days=31))
    work = house.work(berta)
    withdraw_everything(work, berta, known.id)
    work.finish()
    work = house.work()
    found = count_acts(work, 2026)
    slugs = {unit: slug for slug, unit in house.units.items()}
    counted = {
        (measure.value, slugs[unit], month): number
        for (measure, unit, month), number in found.items()
    }
    assert counted == {
        ("cases_opened", "beratung", 3): 1,
        ("cases_opened", "frauenhaus", 3): 1,
        ("consents_recorded", "beratung", 3): 1,
        ("handovers_sent", "beratung", 3): 1,
        ("handovers_received", "wohnen", 3): 1,
        ("emergencies_declared", "frauenhaus", 3): 1,
        ("consents_withdrawn", "beratung", 4): 1,
    }
    assert set(Measure) > {measure for measure, _, _ in found}
    assert count_acts(work, 2025) == {}
    work.finish()
