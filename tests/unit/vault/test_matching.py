import pytest

from caseflow.vault.matching import matching
from caseflow.vault.name_cards import Named
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.vault.test_client_file import looked


@pytest.mark.parametrize(
    ("query", "born", "fits"),
    [
        ("mona müller 1990", "1990", True),
        ("mona müller 1991", "1990", False),
        ("mona müller 1991", "", True),
        ("mona müller", "1990", True),
    ],
)
def test_another_year_of_birth_is_another_person(
    house: House, query: str, born: str, *, fits: bool
) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    names = {known.id: Named("Mona Müller", None, born)}
    found = matching(house.work(berta), looked(house, berta), names, {}, query)
    assert found == ([known.id] if fits else [])
