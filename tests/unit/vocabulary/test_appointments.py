from caseflow.vocabulary.appointments import LONGEST, REMINDERS, SHORTEST
from caseflow.vocabulary.safe_contact import Way


def test_a_reminder_goes_by_every_way_but_those_at_her_side() -> None:
    assert set(REMINDERS) == set(Way) - {Way.IN_PERSON, Way.TOLD}
    assert 0 < SHORTEST < LONGEST <= 24 * 60
