"""No unauthorised disclosure, no wrongful denial, no answer 5xx: random lives against a reference.

And no access of such a life is held against anybody when it is decided again afterwards.

T1 of the safety targets: 4,000 operations every day, 20,000 with CASEFLOW_TEST_SCALE=5 and a
million with 250.
"""

from pathlib import Path

import pytest

from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.factories.scale import scaled
from tests.security.hindsight import found_in
from tests.security.lives import lead
from tests.security.near_lives import HANDING

LIVES, OPERATIONS = 10, 400
TELLING = (17, 42)  # once differed: intake took back the handover of a closed case
_LONGEST = 150  # lines of the reference


@pytest.mark.parametrize("number", sorted({*range(1, scaled(LIVES) + 1), *TELLING}))
def test_every_answer_is_as_the_reference_says(
    first_house_on_sqlite: House, request: pytest.FixtureRequest, tmp_path: Path, number: int
) -> None:
    with copied(first_house_on_sqlite, request, tmp_path) as house:
        life = lead(house, number, OPERATIONS)
        assert found_in(house) == []
    good = sum(times for (_, status), times in life.done.items() if status < 300)
    assert good > OPERATIONS / 4


def test_both_databases_answer_as_the_reference_says(house: House) -> None:
    assert lead(house, 1, 100, HANDING).done.total() > 80
    assert found_in(house) == []


def test_the_reference_stays_small_and_knows_nothing_of_caseflow() -> None:
    text = (Path(__file__).parent / "reference.py").read_text()
    assert len(text.splitlines()) <= _LONGEST
    assert "import caseflow" not in text
    assert "from caseflow" not in text
