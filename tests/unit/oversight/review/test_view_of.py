from datetime import UTC, datetime
from uuid import UUID

from caseflow.database.tables.reviews import ReviewFinding, SignOff
from caseflow.oversight.review.view_of import finding_view, sign_off_view

AT = datetime(2026, 3, 2, tzinfo=UTC)
SOMEBODY = UUID(int=1)


def test_numbers_are_numbers_again() -> None:
    row = SignOff(
        kind="period",
        first=0,
        size=12,
        root=b"r",
        previous_id=None,
        of_id=None,
        queries_version=1,
        queries=({"rules": "bulk rate", "parameters": "{}"},),
        seed=b"s",
        sample=("10", "9"),
        counts=({"what": "own", "count": "3"},),
        findings=(),
        reviewer_id=SOMEBODY,
        signed_at=AT,
    )
    view = sign_off_view(row)
    assert (view.sample, view.counts, view.queries) == (
        (9, 10),
        {"own": 3},
        (("bulk rate", "{}"),),
    )


def test_a_finding_shows_no_text_by_itself() -> None:
    row = ReviewFinding(
        rule="own", positions=("3",), note=b"sealed", noted_by=SOMEBODY, noted_at=AT
    )
    view = finding_view(row)
    assert (view.note, view.done, view.positions, view.open) == (None, None, (3,), True)
