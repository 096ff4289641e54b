from caseflow.oversight.review.open_looks import open_looks, period_signed, sign_offs
from caseflow.vocabulary.answers import Done
from tests.factories.house import House
from tests.unit.oversight.review.signing import otto, signed, signed_looks


def test_a_period_is_open_until_another_officer_has_signed_its_looks(house: House) -> None:
    answer = signed(house, house.actor("olga", "datenschutz"))
    assert isinstance(answer, Done)
    work = house.work()
    assert open_looks(work) == {answer.value}
    work.finish()
    looks = signed_looks(house, otto(house), answer.value)
    assert isinstance(looks, Done)
    assert not open_looks(work)
    assert sign_offs(work).keys() == {answer.value, looks.value}
    assert period_signed(work, answer.value) is not None
    assert period_signed(work, looks.value) is None
    work.finish()
