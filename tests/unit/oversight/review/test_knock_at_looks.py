from caseflow.oversight.review import knock_at_looks
from caseflow.vocabulary.answers import Done, Reason, Refused
from tests.factories.house import House
from tests.unit.oversight.review.signing import otto, signed


def test_a_sign_off_of_another_officer_is_knocked_at_and_no_other(house: House) -> None:
    olga, berta = house.actor("olga", "datenschutz"), house.actor("berta", "beratung")
    second = otto(house)
    answer = signed(house, olga)
    assert isinstance(answer, Done)
    for actor, of, expected in (
        (second, answer.value, None),
        (second, berta.unit, Refused()),
        (olga, answer.value, Refused(Reason.NOT_YOUR_ROLE)),
        (berta, answer.value, Refused(Reason.NOT_YOUR_ROLE)),
    ):
        work = house.work(actor)
        assert knock_at_looks(work, actor, of) == expected
        work.finish()
