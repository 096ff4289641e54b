from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest

from caseflow.crypto.ordered_ids import OrderedIds
from caseflow.database.tables.clients import Case
from caseflow.database.tables.name_cards import CardOrder
from caseflow.database.unit_of_work import Work
from caseflow.vault import matching as module
from caseflow.vault.client_file import ClientFile
from caseflow.vault.matching import matching
from caseflow.vault.name_cards import Named
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.vault.test_client_file import looked

CLIENTS = [UUID(int=number) for number in range(1, 7)]
WORK: Work = SimpleNamespace()  # type: ignore[assignment] # nothing is asked of it


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


def _file() -> ClientFile:
    """Return a file in which the later a client stands the earlier her case is, and its id."""
    last = datetime(2026, 3, 2, tzinfo=UTC)
    cases = {
        each: Case(
            client_id=each,
            id=UUID(int=99 - each.int),
            unit_id=each,
            opened_at=last - timedelta(days=each.int),
            opened_by=each,
            code=b"",
            code_key_id=b"",
        )
        for each in CLIENTS
    }
    order = CardOrder(unit_id=CLIENTS[0], unit_key_id=b"", revision=1, sealed=b"")
    return ClientFile(cases, {each: each for each in CLIENTS}, (), (), {}, order)


def _names(**said: str) -> dict[UUID, Named]:
    order = ("first", "second", "third", "fourth", "fifth", "sixth")
    return {CLIENTS[order.index(each)]: Named(name, None) for each, name in said.items()}


def test_all_come_as_their_order_says_then_by_name_and_those_without_one_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second, third, fourth, fifth, sixth = CLIENTS
    opened: list[tuple[object, ...]] = []

    def order(*given: object) -> OrderedIds:
        opened.append(given)
        return OrderedIds(b"".join(each.bytes for each in (third, first, second)))

    monkeypatch.setattr(module, "ring", lambda _: SimpleNamespace(unit="her unit's"))
    monkeypatch.setattr(module, "open_ids", order)
    file = _file()
    names = _names(first="Zoë", second="Amal", fifth="Änne", fourth="Berta")
    found = matching(WORK, file, names, {}, " ")
    # Without a name her place in the order would tell it.
    assert found == [first, second, fifth, fourth, sixth, third]
    assert opened == [(WORK, "her unit's", file.order)]


def test_who_fits_best_comes_first_then_by_name_and_case() -> None:
    first, second, third, fourth, fifth, _ = CLIENTS
    names = _names(
        first="Karim", second="Karima Zorn", third="Karima Abel", fourth="Karima Abel", sixth="Ute"
    )
    assert matching(WORK, _file(), names, {}, "Karima") == [fourth, third, second, first]
    found = matching(WORK, _file(), names, {fifth: None}, "Karima")
    assert found == [fifth, fourth, third, second, first]
