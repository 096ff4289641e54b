from caseflow.subject_rights.retention.hold_rows import permit_on
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import House
from tests.factories.retention import held


def test_a_hold_of_a_unit_is_no_leads_to_lift(house: House) -> None:
    hold = held(house, None, house.units["beratung"])
    lea = house.actor("lea", "beratung")
    assert permit_on(house.work(lea), lea, hold) == Refused(Reason.NOT_YOUR_ROLE)
