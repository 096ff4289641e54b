from datetime import UTC, datetime

import pytest

from caseflow.audit.heads import SignedHead
from caseflow.oversight.review.emergencies import Emergencies
from caseflow.oversight.review.look_through import Findings
from caseflow.oversight.review.periods import Period
from caseflow.oversight.review.signatures import Looked, Signing, problems_of

HEAD = SignedHead(5, bytes(32), "", datetime(2026, 3, 2, tzinfo=UTC))
NOTHING = Findings({}, (), (), {}, 0)


@pytest.mark.parametrize(
    ("grown", "looked", "emergencies", "note", "codes"),
    [
        (True, True, Emergencies(0, 0), "", []),
        (False, False, Emergencies(0, 0), "", ["not_grown", "required"]),
        (True, True, Emergencies(2, 1), " ", ["emergencies_wait", "emergencies_damaged"]),
        (True, True, Emergencies(0, 1), "Zeile gefälscht", []),
    ],
)
def test_what_stands_against_a_sign_off(
    *, grown: bool, looked: bool, emergencies: Emergencies, note: str, codes: list[str]
) -> None:
    seen = Looked(Period(None, 0, HEAD, grown), NOTHING)
    found = problems_of(seen, emergencies, Signing(5, looked, note))
    assert [each.code for each in found] == codes
