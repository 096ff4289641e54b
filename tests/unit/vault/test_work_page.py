from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.unit_of_work import Work
from caseflow.vault import work_page as module
from caseflow.vault.client_file import ClientFile, load_file
from caseflow.vault.search import search
from caseflow.vault.work_page import first_named
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import Known, case_at, consented, new_client, withdrawn
from tests.factories.house import House
from tests.unit.vault.indexed import settled

LETTERS = "ABCDEFGH"


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 2)


def listed(house: House, actor: Actor, start: int = 0, most: int = 3) -> tuple[list[str], bool]:
    answer = search(house.work(actor), actor, "", start=start, most=most)
    assert isinstance(answer, Disclosed)
    return [each.name[:1] for each in answer.value.items], answer.value.more


def named_by_letter(house: House, actor: Actor) -> list[Known]:
    return [new_client(house, actor, f"{letter}, Mona") for letter in LETTERS]


@pytest.mark.usefixtures("few_at_once")
def test_a_page_opens_no_more_than_it_needs_and_shows_what_all_would(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    lea, berta = house.actor("lea", "beratung"), house.actor("berta", "beratung")
    known = named_by_letter(house, lea)
    work = house.work(lea)
    cases = {case.client_id: case for case in work.session.scalars(select(Case))}
    change(work, cases[known[0].id], closed_at=work.clock.now())
    change(work, cases[known[2].id], restricted=True, assigned=(lea.staff,))
    work.finish()
    with house.sessions.begin() as session:
        nameless = update(NameCard).where(NameCard.client_id == known[1].id)
        session.execute(nameless.values(sealed=b"x"))
    assert listed(house, lea) == (["C", "D", "E"], True)
    assert listed(house, berta) == (["D", "E", "F"], True)
    assert listed(house, berta, 3) == (["G", "H", ""], False)
    work, parts = house.work(berta), list[list[UUID]]()

    def load(in_work: Work, actor: Actor, *, closed: bool, among: list[UUID]) -> ClientFile:
        parts.append(among)
        return load_file(in_work, actor, closed=closed, among=among)

    monkeypatch.setattr(module, "load_file", load)
    found = first_named(work, berta, 3)
    assert found is not None
    assert {each.id for each in known[3:6]} <= found.file.cases.keys()
    ids = [each.id for each in known]
    assert parts == [ids[:2], ids[2:4], ids[4:6]]  # the last part is not even loaded
    assert (found.file.cards, found.file.contacts) == ((), ())


@pytest.mark.usefixtures("few_at_once")
def test_whose_name_a_consent_closed_stands_at_the_end_and_is_no_page_before(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = named_by_letter(house, frieda)
    hers = new_client(house, berta, "Aaliyah, Mona")
    case_at(house, frieda, hers)
    consent = consented(house, berta, hers, [frieda.unit], ["identity"])
    settled(house, frieda)
    assert listed(house, frieda, 0, 2) == (["A", "A"], True)
    withdrawn(house, berta, hers, consent)
    assert listed(house, frieda, 0, 2) == (["A", "B"], True)
    assert len(known) == 8


@pytest.mark.usefixtures("few_at_once")
def test_where_the_order_has_too_few_all_are_looked_at(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = named_by_letter(house, berta)
    work = house.work(berta)
    assert [first_named(work, berta, each) is None for each in (6, 7)] == [False, True]
    work.finish()
    with house.sessions.begin() as session:
        for each in known[2:]:
            session.execute(
                update(NameCard).where(NameCard.client_id == each.id).values(sealed=b"x")
            )
    work = house.work(berta)
    assert first_named(work, berta, 3) is None
    work.finish()
    assert listed(house, berta) == (["A", "B", ""], True)
    assert first_named(house.work(), berta, 3) is None, "without the unit's key"
