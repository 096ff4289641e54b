from datetime import UTC, date, datetime
from uuid import UUID

from caseflow.web.consents.receipt import Receipt


def test_a_receipt_is_of_now_and_whole_until_it_says_otherwise() -> None:
    receipt = Receipt(
        id=UUID(int=1),
        recorded_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
        pending_categories=(),
        parts=(),
        last_day=date(2026, 9, 2),
        declared_by="client",
        form="spoken",
        language="ar",
        template="sharing",
        recorded_in=UUID(int=2),
    )
    assert not receipt.again
    assert (receipt.version, receipt.withdrawn_at, receipt.withdrawn_parts) == (None, None, ())
