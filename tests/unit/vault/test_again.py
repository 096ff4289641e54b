import pytest
from sqlalchemy.exc import OperationalError

from caseflow.vault.again import TRIES, again
from caseflow.vocabulary.errors import BrokenSeal, Stale
from tests.factories.house import House


@pytest.mark.parametrize("lost", [Stale("cases"), OperationalError("x", {}, Exception("deadlock"))])
def test_a_lost_race_is_run_again(house: House, lost: Exception) -> None:
    tried = []

    def attempt() -> str:
        tried.append(1)
        if len(tried) < TRIES:
            raise lost
        return "done"

    assert again(house.work(), attempt) == "done"
    assert len(tried) == TRIES


@pytest.mark.parametrize(("error", "tries"), [(Stale("cases"), TRIES), (BrokenSeal("x"), 1)])
def test_the_last_loss_and_any_other_error_is_told(
    house: House, error: Exception, tries: int
) -> None:
    tried = []

    def attempt() -> None:
        tried.append(1)
        raise error

    with pytest.raises(type(error)):
        again(house.work(), attempt)
    assert len(tried) == tries
