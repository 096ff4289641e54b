from caseflow.records.own_card import file_cards, file_own_card, keep_own_card
from caseflow.vault.name_cards import CardText, file_card, names_of
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.states import FactState
from tests.factories.clients import permitted
from tests.factories.house import House
from tests.unit.records.desk_work import create, keep_back, shared, tell


def test_the_card_says_what_the_own_drawer_says(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta, {"client_name": "Amal"})
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    file_card(work, berta.unit, known.id, CardText("Falsch"))
    file_own_card(work, given)
    assert names_of(work, berta.unit, [known.id]) == {known.id: "Amal"}


def test_what_a_consent_brought_does_not_stay_on_the_card(house: House) -> None:
    known, berta, frieda = shared(house, "identity")
    tell(house, berta, known, "client_name", "Amal")
    work = house.work(frieda)
    given = permitted(work, frieda, Ask(Act.CASE_OPEN, known.id))
    file_card(work, frieda.unit, known.id, CardText("Amal"))
    keep_own_card(work, given)
    assert names_of(work, frieda.unit, [known.id]) == {}


def test_a_case_that_opens_brings_what_consents_tell_beside_what_she_withheld_here(
    house: House,
) -> None:
    known, berta, frieda = shared(house, "identity")
    tell(house, berta, known, "client_name", "Amal")
    keep_back(house, frieda, known, "birth_date", FactState.WITHHELD)
    work = house.work(frieda)
    file_cards(work, permitted(work, frieda, Ask(Act.FACT_WRITE, known.id)))
    assert names_of(work, frieda.unit, [known.id]) == {known.id: "Amal"}
