import pytest

from caseflow.database.tables.records import DrawerContent, Fact
from caseflow.vault.contents import Content, put
from caseflow.vault.identity_cards import renew_cards
from caseflow.vault.permit import Ask, Deeds, trace
from caseflow.vault.search import search
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    fact,
    new_client,
    permitted,
    withdrawn,
)
from tests.factories.house import House
from tests.unit.vault.indexed import indexed, settled
from tests.unit.vault.reading import newest

NUMBER = '{"type":"text","value":"0170 1234567 (abends)"}'


def reachable(house: House, actor: Actor) -> Known:
    known = new_client(house, actor, "Mona Müller")
    tell(house, actor, known, fact("safe_phone", NUMBER, "contact"))
    return known


def tell(house: House, actor: Actor, known: Known, content: Content[DrawerContent]) -> None:
    work = house.work(actor)
    given = permitted(work, actor, Ask(Act.FACT_WRITE, known.id))
    put(work, given, content)
    renew_cards(work, given, "contact")
    trace(work, given, Deeds())
    work.finish()


def withheld(question: str) -> Content[DrawerContent]:
    said = {"question": question, "state": "withheld", "value": "", "told_on": "2026-03-01"}
    return Content(Fact, "contact", said)


def found(house: House, actor: Actor, query: str) -> list[tuple[str, str]]:
    answer = search(house.work(actor), actor, query)
    assert isinstance(answer, Disclosed)
    return [(each.code, each.name) for each in answer.value.items]


@pytest.mark.parametrize("by_index", [False, True])
def test_a_number_finds_her_where_contact_is_open_and_gives_no_name(
    house: House, *, by_index: bool
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = reachable(house, berta)
    case_at(house, frieda, known)
    if by_index:
        indexed(house, berta)
        indexed(house, frieda)
    assert found(house, berta, "+49 170 123 45 67") == [(known.code, "Mona Müller")]
    named = consented(house, berta, known, [frieda.unit], ["identity"])
    settled(house, frieda)
    assert found(house, frieda, "0170 1234567") == [], "identity alone tells no number"
    withdrawn(house, berta, known, named)
    reached = consented(house, berta, known, [frieda.unit], ["contact"])
    settled(house, frieda)
    assert found(house, frieda, "01701234567") == [(known.code, "")]
    bases = newest(house, Act.CLIENT_SHOWN)["bases"]
    assert [each["id"] for each in bases if each["kind"] == "consent"] == [str(reached.id)]
    assert found(house, frieda, "0170 1234568") == []
    withdrawn(house, berta, known, reached)
    assert found(house, frieda, "0170 1234567") == []
    assert found(house, berta, "0170 1234567") == [(known.code, "Mona Müller")]


def test_who_is_reached_by_herself_and_by_consent_rests_on_neither_consent(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = reachable(house, berta)
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["contact"])
    settled(house, frieda)
    tell(house, frieda, known, fact("safe_phone", NUMBER, "contact"))
    assert found(house, frieda, "0170 1234567") == [(known.code, "")]
    assert [each["kind"] for each in newest(house, Act.CLIENT_SHOWN)["bases"]] == ["membership"]


@pytest.mark.parametrize("before", [False, True])
def test_a_number_that_she_keeps_from_the_unit_itself_is_not_confirmed_to_it(
    house: House, *, before: bool
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = reachable(house, berta)
    case_at(house, frieda, known)
    if before:
        tell(house, frieda, known, withheld("safe_phone"))
    consented(house, berta, known, [frieda.unit], ["contact"])
    settled(house, frieda)
    if not before:
        assert found(house, frieda, "0170 1234567") == [(known.code, "")]
        tell(house, frieda, known, withheld("safe_phone"))
    assert found(house, frieda, "0170 1234567") == []
    assert found(house, berta, "0170 1234567") == [(known.code, "Mona Müller")]
