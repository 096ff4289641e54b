import pytest

from caseflow.vault import settle_cards as module
from caseflow.vocabulary.errors import BrokenKey, Stale
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.vault.indexed import indexed, settled, tokens


@pytest.mark.parametrize(
    "error", [Stale("unit_indexes"), BrokenKey("closed")], ids=["slow", "shut"]
)
def test_what_cannot_be_done_now_stays_due_and_stops_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    berta = house.actor("berta", "beratung")
    new_client(house, berta, "Mona Müller")

    def fail(*_: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(module, "build_index", fail)
        indexed(house, berta)
    assert tokens(house) == 0
    settled(house, berta)
    assert tokens(house) > 0
