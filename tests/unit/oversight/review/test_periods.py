from datetime import UTC, datetime

from caseflow.audit.heads import SignedHead
from caseflow.merkle.samples import seed_of
from caseflow.oversight.review.periods import Period, period_up_to
from tests.factories.house import House


def test_the_first_period_begins_with_the_log(house: House) -> None:
    head = SignedHead(5, bytes(32), "", datetime(2026, 3, 2, tzinfo=UTC))
    work = house.work()
    period = period_up_to(work, head)
    work.abandon()
    assert period == Period(None, 0, head, grown=True)
    assert (period.first, period.seed) == (0, seed_of(bytes(32), 0, 5))
