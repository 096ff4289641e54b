from caseflow.database.sealed_rows import change
from caseflow.oversight.review.open_looks import open_looks, period_signed, sign_offs
from caseflow.vocabulary.review_rules import SignOffKind
from tests.factories.house import House
from tests.unit.oversight.review.signing import kept_sign_off


def test_a_period_is_open_until_another_officer_has_signed_its_looks(house: House) -> None:
    period = kept_sign_off(house)
    work = house.work()
    assert list(open_looks(work)) == [period]
    change(work, sign_offs(work)[period], kind=SignOffKind.LOOKS, of_id=period)
    work.finish()
    other = kept_sign_off(house)
    assert list(open_looks(work)) == [other]
    change(work, sign_offs(work)[period], of_id=other)
    assert not open_looks(work)
    assert period_signed(work, other) is not None
    assert period_signed(work, period) is None
    work.finish()
