from caseflow.oversight.who_saw_client import SEEING
from caseflow.subject_rights.report_deeds import DEEDS, TELLING, Deed


def test_whatever_the_officers_count_as_seeing_is_told() -> None:
    assert set(DEEDS) >= SEEING


def test_every_deed_but_those_of_guardians_comes_from_an_act() -> None:
    assert set(Deed) - set(DEEDS.values()) == {Deed.SAW, Deed.TOLD}
    assert set(DEEDS.values()) > TELLING
