from datetime import timedelta

from sqlalchemy import select

from caseflow.database.tables.partners import Disclosure
from caseflow.disclosures.views import view_of_disclosure
from tests.factories.telling import Ready


def test_whole_days_are_counted_until_the_receipt_is_there(ready: Ready) -> None:
    made = ready.told()
    with ready.house.sessions() as session:
        row = session.scalars(select(Disclosure)).one()
        late = made.at + timedelta(days=2, hours=23)
        assert view_of_disclosure(row, late).waits == 2
        row.acknowledged_at = late
        assert view_of_disclosure(row, late + timedelta(days=9)).waits == 0
