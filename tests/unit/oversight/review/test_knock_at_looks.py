from caseflow.oversight.review import knock_at_looks
from caseflow.vocabulary.answers import Reason, Refused
from tests.factories.house import House
from tests.unit.oversight.review.signing import kept_sign_off, otto


def test_a_sign_off_of_another_officer_is_knocked_at_and_no_other(house: House) -> None:
    olga, berta = house.actor("olga", "datenschutz"), house.actor("berta", "beratung")
    second = otto(house)
    period = kept_sign_off(house)
    for actor, of, expected in (
        (second, period, None),
        (second, berta.unit, Refused()),
        (olga, period, Refused(Reason.NOT_YOUR_ROLE)),
        (berta, period, Refused(Reason.NOT_YOUR_ROLE)),
    ):
        work = house.work(actor)
        assert knock_at_looks(work, actor, of) == expected
        work.finish()
