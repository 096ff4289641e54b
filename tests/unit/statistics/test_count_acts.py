from datetime import timedelta
from typing import cast

from caseflow.consents import withdraw_everything
from caseflow.statistics.cells import Measure
from caseflow.statistics.count_acts import count_acts
from tests.factories.clients import case_at, consented, new_client
from tests.factories.emergencies import declared
from tests.factories.handovers import accepted, sent
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
        ("emergencies_declared", "frauenhaus", 3): 1,
        ("consents_withdrawn", "beratung", 4): 1,
    }
    assert set(Measure) > {measure for measure, _, _ in found}
    assert count_acts(work, 2025) == {}
    work.finish()


def test_a_handover_counts_elsewhere_only_when_it_is_accepted(house: House) -> None:
    """Else as many are received as are sent, and what one row hides follows from the other."""
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [ida.unit], ["identity"])
    sent(house, berta, known, "frauenhaus", None)
    taken = sent(house, berta, known, "wohnen", consent)
    cast("StoppedClock", house.around.clock).advance(timedelta(days=1))
    accepted(house, ida, taken)
    work = house.work()
    found = count_acts(work, 2026)
    counted = {(measure, unit): number for (measure, unit, _), number in found.items()}
    assert counted[Measure.HANDOVERS_SENT, berta.unit] == 2
    assert {key: number for key, number in counted.items() if key[0] == "handovers_accepted"} == {
        (Measure.HANDOVERS_ACCEPTED, ida.unit): 1
    }
    work.finish()
