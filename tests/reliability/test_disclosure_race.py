"""Nothing is told to a partner outside after an acknowledged withdrawal.

Sequenced as the reads of `test_withdrawal_race` are; the careless teller of the same run leaks.
"""

from collections.abc import Iterator

import pytest

from tests.factories.clients import Known, entry, new_client, write
from tests.factories.house import House, born
from tests.factories.partners import partner
from tests.factories.scale import scaled
from tests.reliability.tellers import take_back_again_and_again, tell_again_and_again
from tests.reliability.test_withdrawal_race import leaks, race

RACES = 60
CARELESS_RACES = 20  # in one heat; heats follow one another until something has leaked
HEATS = 10
BOTH = (take_back_again_and_again, tell_again_and_again)


@pytest.fixture
def house(engine: str) -> Iterator[House]:
    made = born(engine)
    yield made
    made.close()


@pytest.fixture
def known(house: House) -> Known:
    berta = house.actor("berta", "beratung")
    client = new_client(house, berta)
    write(house, berta, client, entry("Sie kam in der Nacht."))
    partner(house)
    return client


def test_nothing_is_told_after_an_acknowledged_withdrawal(house: House, known: Known) -> None:
    assert any(
        leaks(*race(house, known, CARELESS_RACES, unsafe=True, runs=BOTH)) for _ in range(HEATS)
    ), "the careless teller has to leak"
    acknowledged, sequenced = race(house, known, scaled(RACES), runs=BOTH)
    assert sum(map(bool, sequenced)) > RACES / 4, "the teller was too slow to race"
    assert leaks(acknowledged, sequenced) == 0
