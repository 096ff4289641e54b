import pytest
from sqlalchemy import select, update

from caseflow.database.tables.clients import Case
from caseflow.database.tables.search_index import UnitIndex
from caseflow.vault import looked_through as module
from caseflow.vault.client_file import load_file
from caseflow.vault.contents import find_fact, rewrite
from caseflow.vault.identity_cards import renew_cards
from caseflow.vault.looked_through import look_through
from caseflow.vault.permit import Ask, Deeds, trace
from caseflow.vault.search import search
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented, new_client, permitted, withdrawn
from tests.factories.house import House
from tests.unit.vault.indexed import indexed, scan_up_to, settled, tokens
from tests.unit.vault.reading import newest


def found(house: House, actor: Actor, query: str) -> tuple[list[str], bool]:
    answer = search(house.work(actor), actor, query)
    assert isinstance(answer, Disclosed)
    return [each.name for each in answer.value.items], answer.value.by_index


def resealed(house: House, key: bytes) -> bytes:
    """Put another sealed key into the first index of a unit, and return the one before."""
    with house.engine.begin() as connection:
        first = UnitIndex.generation == 1
        found = connection.scalars(select(UnitIndex.sealed).where(first)).one()
        connection.execute(update(UnitIndex).values(sealed=key))
    return found


def test_a_unit_that_grows_gets_an_index_and_gives_it_up_when_it_shrinks(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Mona Müller")
    new_client(house, berta, "Karla Kahn")
    scan_up_to(house, 2)
    assert found(house, berta, "mona") == (["Mona Müller"], False)
    settled(house, berta)
    assert tokens(house) == 0
    scan_up_to(house, 1)
    assert found(house, berta, "mona") == (["Mona Müller"], False)  # begun, and not yet built
    assert found(house, berta, "mona") == (["Mona Müller"], False)  # nor begun a second time
    settled(house, berta)
    assert found(house, berta, "mona muller") == (["Mona Müller"], True)
    assert newest(house, Act.CLIENT_SHOWN)["clients"] == [str(known.id)]
    assert found(house, berta, "mona") == ([], True)
    assert found(house, berta, known.code) == (["Mona Müller"], True)
    sound = resealed(house, b"x")
    assert found(house, berta, "mona") == (["Mona Müller"], False)
    resealed(house, sound)
    assert len(found(house, berta, "")[0]) == 2
    scan_up_to(house, 2)  # it has hardly shrunk
    assert found(house, berta, "mona muller") == (["Mona Müller"], True)
    scan_up_to(house, 9)
    assert found(house, berta, "mona") == (["Mona Müller"], False)
    assert tokens(house) == 0


def test_a_client_who_comes_or_is_called_otherwise_is_found_at_once(house: House) -> None:
    berta = house.actor("berta", "beratung")
    new_client(house, berta, "Karla Kahn")
    indexed(house, berta)
    known = new_client(house, berta, "Oleksandra Kovalenko")
    assert found(house, berta, "Aleksandra Kowalenko")[0] == ["Oleksandra Kovalenko"]
    assert found(house, berta, "kow ole")[0] == []
    assert found(house, berta, "kov ole")[0] == ["Oleksandra Kovalenko"]
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    row = find_fact(work, given, "identity", "client_name")
    assert row is not None
    rewrite(work, given, row, {"value": '{"type":"text","value":"Petra Berg"}'})
    renew_cards(work, given)
    trace(work, given, Deeds())
    work.finish()
    assert found(house, berta, "Aleksandra Kowalenko")[0] == []
    assert found(house, berta, "Berg, Petra")[0] == ["Petra Berg"]


def test_tokens_go_with_the_consent_in_the_transaction_of_the_withdrawal(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    indexed(house, frieda)
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    settled(house, frieda)
    assert found(house, frieda, "mona müller") == (["Mona Müller"], True)
    withdrawn(house, berta, known, consent)
    assert tokens(house) == 0
    assert found(house, frieda, "mona müller") == ([], True)


def test_whom_a_case_keeps_to_others_is_not_found_by_the_index_either(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    new_client(house, lea, "Mona Müller")
    indexed(house, lea)
    with house.sessions.begin() as session:
        session.execute(update(Case).values(restricted=True))  # and its seal is broken
    assert found(house, berta, "mona müller") == ([], True)


def test_what_was_typed_says_what_is_loaded(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    berta, ids = house.actor("berta", "beratung"), [new_id() for _ in range(3)]
    loaded: list[object] = []
    monkeypatch.setattr(module, "load_file", lambda *_, **how: loaded.append(how))
    monkeypatch.setattr(module, "CANDIDATES", 2)
    work = house.work(berta)
    more: list[bool] = []
    queries = " ", "mona", "0170 1234567"
    for led_to in (None, ids, ids[:2]):
        monkeypatch.setattr(module, "_led_to", lambda *_, led_to=led_to: led_to)
        looked = [look_through(work, berta, each, closed=True) for each in queries]
        more.extend(each.more for each in looked)
    nobody, name, number = (
        {"closed": True, "contacts": contacts, "ordered": ordered}
        for contacts, ordered in ((False, True), (False, False), (True, False))
    )
    among = {"among": set(ids[:2])}
    led = [nobody, name | among, number | among]
    assert loaded == [nobody, name, number, *led, *led]
    assert [place for place, told in enumerate(more) if told] == [4, 5]


def test_of_very_many_that_an_index_leads_to_the_rest_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    for _ in range(3):
        new_client(house, berta, "Mona Müller")
    indexed(house, berta)
    monkeypatch.setattr(module, "CANDIDATES", 2)
    work = house.work(berta)
    looked = look_through(work, berta, "mona müller", closed=False)
    assert (len(looked.file.cases), looked.more) == (2, True)
    # Only who lists all needs the order of their names.
    assert looked.file.order is None
    assert load_file(work, berta, closed=False).order is not None
    work.abandon()
