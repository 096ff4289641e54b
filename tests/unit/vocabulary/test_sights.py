from caseflow.policy.grounds import OPENING_ACTS, OUTSIDE_ACTS
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.sights import DEEDS, OPENED, SEEING, SIGHTS, TELLING, Deed, Told


def test_whatever_opens_a_drawer_is_told_everywhere() -> None:
    assert OPENED >= OPENING_ACTS | OUTSIDE_ACTS


def test_whatever_is_told_in_her_copy_officers_see_and_her_report_tells_too() -> None:
    assert set(DEEDS) == set(SIGHTS) > SEEING > OPENED


def test_her_report_tells_of_the_officers_looks_and_of_proposals_too() -> None:
    assert {SIGHTS[act].told for act in (Act.LOG_READ, Act.HANDOVER_SEND)} == {Told.REPORT}


def test_every_deed_but_those_of_guardians_comes_from_an_act() -> None:
    assert set(Deed) - set(DEEDS.values()) == {Deed.SAW, Deed.TOLD}
    assert set(DEEDS.values()) > TELLING
