from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.security.life import Difference
from tests.security.lives import Setting, lead
from tests.security.near_lives import SETTINGS
from tests.security.seeded_faults import FAULTS

OPERATIONS = 250  # each fault is caught earlier; the number of the life is chosen so


@pytest.fixture
def house(
    first_house_on_sqlite: House, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[House]:
    with copied(first_house_on_sqlite, request, tmp_path) as made:
        yield made


@pytest.mark.parametrize("setting", SETTINGS)
def test_without_a_fault_nothing_differs(house: House, setting: Setting) -> None:
    assert lead(house, 1, 60, setting).done.total() > 50


@pytest.mark.parametrize("name", FAULTS)
def test_a_seeded_fault_is_caught(house: House, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = FAULTS[name]
    for path, change in fault.changes.items():
        where, _, attribute = path.rpartition(".")
        module = import_module(where)
        monkeypatch.setattr(module, attribute, change(getattr(module, attribute), house))
    with pytest.raises(Difference):
        lead(house, fault.number, OPERATIONS, fault.setting)
