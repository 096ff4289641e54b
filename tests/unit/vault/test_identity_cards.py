from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import DrawerContent, Fact
from caseflow.keys.keyring import ring
from caseflow.vault.contents import Content
from caseflow.vault.gather import drawers_of
from caseflow.vault.identity_cards import (
    card_is_missing,
    card_text,
    file_from,
    own_card_text,
    renew_cards,
    send_after_grant,
)
from caseflow.vault.name_cards import CardText, cards_of, open_cards
from caseflow.vault.open_drawers import key_of
from caseflow.vault.permit import Ask, Deeds, trace
from caseflow.vault.pieces import Opened
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.states import FactState
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    entry,
    fact,
    new_client,
    permitted,
    write,
)
from tests.factories.house import House
from tests.unit.vault.reading import log, newest, read

NAME = '{"type":"text","value":"Mona Müller"}'


def told(question: str, value: str, state: str = FactState.ANSWERED) -> Content[DrawerContent]:
    return Content(
        Fact,
        "identity",
        {"question": question, "state": state, "value": value, "told_on": "2026-03-01"},
    )


def damage(house: House, column: str) -> None:
    with house.sessions() as session:
        session.execute(update(Fact).values({column: b"\x01damaged"}))
        session.commit()


def opened(house: House, name: str, slug: str, known: Known) -> Opened:
    answer = read(house, house.actor(name, slug), known)
    assert isinstance(answer, Opened)
    return answer


def cards(house: House, name: str, slug: str, known: Known) -> dict[UUID, CardText]:
    work = house.work_as(name, slug)
    found = open_cards(work, cards_of(work, house.units[slug], [known.id]))
    work.put_away()
    return found


def test_a_card_says_name_year_and_languages_and_nothing_else(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    facts = (
        told("client_name", NAME),
        told("birth_date", '{"type":"day","value":"1990-03-04"}'),
        told("mother_tongue", '{"type":"languages","value":["ar","de"]}'),
        told("nationality", '{"type":"text","value":"syrisch"}'),
    )
    write(house, berta, known, *facts, entry("Gewalt"), fact("allergies", NAME, "health"))
    text = card_text(opened(house, "berta", "beratung", known))
    assert (text.name, text.birth_year) == ("Mona Müller", "1990")
    assert text.languages.split() == ["ar", "de"]


def test_the_next_read_files_a_card_that_is_missing(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, told("client_name", NAME))
    assert cards(house, "berta", "beratung", known) == {}
    read(house, berta, known)
    assert cards(house, "berta", "beratung", known)[known.id].name == "Mona Müller"
    assert newest(house, Act.CARD_FILE)["client"] == str(known.id)
    read(house, berta, known)
    assert len([each for each in log(house) if each["act"] == Act.CARD_FILE]) == 1


def test_nothing_is_filed_of_a_client_without_name_year_and_languages(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    read(house, berta, known)
    assert cards(house, "berta", "beratung", known) == {}


def test_whoever_files_a_card_at_the_same_time_is_as_good(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, told("client_name", NAME))
    seen = opened(house, "berta", "beratung", known)
    work = house.work(berta)

    def faster(*_: object) -> None:
        raise Stale("card_orders")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("caseflow.vault.identity_cards.file_card", faster)
        file_from(work, berta, known.id, seen)
    assert len([each for each in log(house) if each["act"] == Act.CARD_FILE]) == 1


def test_what_she_withheld_here_is_not_on_the_card_here(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    write(house, frieda, known, told("client_name", "", FactState.WITHHELD))
    consented(house, berta, known, [frieda.unit], ["identity"])
    assert card_text(opened(house, "frieda", "frauenhaus", known)).empty()
    assert card_text(opened(house, "berta", "beratung", known)).name == "Mona Müller"


def test_what_is_unknown_is_neither_on_the_card_nor_hidden_by_it(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, told("client_name", "", FactState.UNKNOWN))
    assert card_text(opened(house, "berta", "beratung", known)).empty()


def test_a_damaged_answer_is_left_off_the_card(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, told("client_name", NAME))
    damage(house, "value")
    assert card_text(opened(house, "berta", "beratung", known)).empty()


def test_a_damaged_drawer_leaves_the_cards_as_they_are_and_raises_an_alarm(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Mona Müller")
    damage(house, "value")
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    for drawer in given.gathered.drawers.values():
        key_of(work, drawer)
    renew_cards(work, given)
    assert own_card_text(work, given) == (CardText(), Deeds())
    send_after_grant(work, given.gathered.drawers.values())
    trace(work, given, Deeds())
    work.finish()
    assert newest(house, Act.ALARM_KEY)["details"]["table"] == "drawers"
    assert cards(house, "berta", "beratung", known)[known.id].name == "Mona Müller"


def test_without_an_own_drawer_there_is_no_card_to_renew(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    renew_cards(work, given)
    assert own_card_text(work, given) == (CardText(), Deeds())
    assert work.session.scalars(select(NameCard)).all() == []


def test_an_own_card_names_what_it_was_read_from(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Mona Müller")
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.CASE_OPEN, known.id))
    text, deeds = own_card_text(work, given)
    assert text.name == "Mona Müller"
    assert [drawer.category for drawer in deeds.drawers] == ["identity"]
    assert "facts.value" in deeds.fields


def test_a_grant_of_another_unit_sends_nothing_that_is_not_at_hand(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    work = house.work(frieda)
    assert not ring(work).ciphers
    send_after_grant(work, drawers_of(work, known.id))
    assert set(work.session.scalars(select(NameCard.unit_id))) == {berta.unit}


def test_no_card_is_missing_where_there_is_no_open_case(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.STORY_READ, known.id))
    assert card_is_missing(work, given)
    assert given.gathered.case is not None
    given.gathered.case.closed_at = work.clock.now()
    assert not card_is_missing(work, given)
