from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import DrawerContent, Fact
from caseflow.keys.keyring import ring
from caseflow.vault.card_inbox import file_inbox
from caseflow.vault.contacts import ContactText
from caseflow.vault.contents import Content
from caseflow.vault.facts_of_rows import consent_fact
from caseflow.vault.gather import drawers_of
from caseflow.vault.identity_cards import (
    Told,
    own_card_text,
    renew_cards,
    send_after_grant,
    told_in,
)
from caseflow.vault.name_cards import CardText, file_card, names_of
from caseflow.vault.open_drawers import key_of
from caseflow.vault.permit import Ask, Deeds, trace
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
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
from tests.unit.vault.reading import newest, read

NONE: frozenset[str] = frozenset()
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


def test_a_card_says_what_she_answered_and_nothing_that_she_withheld() -> None:
    answers = {
        "client_name": NAME,
        "birth_date": '{"type":"date","value":"1990-03-09"}',
        "mother_tongue": '{"type":"list","value":["ar","de"]}',
        "safe_phone": '{"type":"text","value":"0170 1234567"}',
    }
    said = [{"question": key, "state": "answered", "value": answers[key]} for key in answers]
    whole = CardText("Mona Müller", "1990", "ar de")
    assert told_in(said) == Told(whole, contact=ContactText(("+491701234567",)))
    assert told_in(said).spare(whole) == whole
    withheld = [{"question": key, "state": "withheld"} for key in (*answers, "allergies")]
    nothing = told_in(withheld)
    assert nothing == Told(CardText(), frozenset(answers))
    assert nothing.spare(whole) == CardText()
    assert nothing.spare(ContactText(("+491701234567",))) == ContactText()
    for key, left in (
        ("client_name", replace(whole, name="")),
        ("birth_date", replace(whole, birth_year="")),
        ("mother_tongue", replace(whole, languages="")),
    ):
        assert told_in([{"question": key, "state": "withheld"}]).spare(whole) == left
    assert told_in([{"question": "client_name", "state": "unknown"}]) == Told(CardText())


def own_text(house: House, name: str, slug: str, known: Known) -> CardText:
    actor = house.actor(name, slug)
    work = house.work(actor)
    text, _ = own_card_text(work, permitted(work, actor, Ask(Act.CASE_OPEN, known.id)))
    work.put_away()
    return text


def filed(house: House, name: str, slug: str, known: Known) -> dict[UUID, str]:
    work = house.work_as(name, slug)
    found = names_of(work, house.units[slug], [known.id])
    work.put_away()
    return found


def grounds(house: House, slug: str) -> list[UUID | None]:
    with house.sessions() as session:
        held = select(NameCard.consent_id).where(NameCard.unit_id == house.units[slug])
        return list(session.scalars(held))


def test_a_card_says_name_year_and_languages_and_nothing_else(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    facts = (
        told("client_name", NAME),
        told("birth_date", '{"type":"day","value":"1990-03-04"}'),
        told("mother_tongue", '{"type":"mother_tongue","value":["ar","de"]}'),
        told("nationality", '{"type":"text","value":"syrisch"}'),
    )
    write(house, berta, known, *facts, entry("Gewalt"), fact("allergies", NAME, "health"))
    text = own_text(house, "berta", "beratung", known)
    assert (text.name, text.birth_year) == ("Mona Müller", "1990")
    assert text.languages.split() == ["ar", "de"]


def test_a_read_files_no_card(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    case_at(house, frieda, known)
    consented(house, berta, known, [frieda.unit], ["identity"])
    work = house.work()
    work.session.query(NameCard).delete()
    work.finish()
    read(house, frieda, known)
    read(house, berta, known)
    assert grounds(house, "frauenhaus") == grounds(house, "beratung") == []


def test_what_is_unknown_is_not_on_the_card(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, told("client_name", "", FactState.UNKNOWN))
    assert own_text(house, "berta", "beratung", known) == CardText()


def test_what_she_withholds_here_takes_away_what_others_told(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    write(house, berta, known, told("client_name", "", FactState.WITHHELD))
    work = house.work(berta)
    file_card(work, berta.unit, known.id, CardText("Mona Müller"), new_id())
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    for drawer in given.gathered.drawers.values():
        key_of(work, drawer)
    renew_cards(work, given)
    assert names_of(work, berta.unit, [known.id]) == {}


def test_a_card_is_sent_for_each_consent_whether_or_not_there_is_a_case(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta, "Mona Müller")
    first = consented(house, berta, known, [shelter], ["identity"])
    second = consented(house, berta, known, [shelter], ["identity", "health"])
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    for drawer in given.gathered.drawers.values():
        key_of(work, drawer)
    renew_cards(work, given)
    trace(work, given, Deeds())
    work.finish()
    assert sorted(map(str, grounds(house, "frauenhaus"))) == sorted([str(first.id), str(second.id)])


def test_no_card_rests_on_a_consent_to_anything_else(house: House) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta, "Mona Müller")
    consent = consented(house, berta, known, [shelter], ["identity"])
    consented(house, berta, known, [shelter], ["health"])
    work = house.work(berta)
    work.session.query(NameCard).delete()
    row = work.session.query(Consent).filter(Consent.id == consent.id).one()
    change(work, row, purposes=("counting",))
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    for drawer in given.gathered.drawers.values():
        key_of(work, drawer)
    drawers = given.gathered.drawers.values()
    for each in given.gathered.facts.consents:
        send_after_grant(work, berta.unit, drawers, each)
    assert work.session.scalars(select(NameCard)).all() == []


def test_a_damaged_drawer_leaves_the_cards_as_they_are_and_raises_an_alarm(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Mona Müller")
    consent = consented(house, berta, known, [house.units["frauenhaus"]], ["identity"])
    damage(house, "value")
    work = house.work(berta)
    work.session.query(NameCard).filter(NameCard.consent_id == consent.id).delete()
    given = permitted(work, berta, Ask(Act.FACT_WRITE, known.id))
    for drawer in given.gathered.drawers.values():
        key_of(work, drawer)
    renew_cards(work, given)
    assert own_card_text(work, given) == (CardText(), Deeds())
    drawers = given.gathered.drawers.values()
    send_after_grant(work, berta.unit, drawers, consent_fact(consent))
    trace(work, given, Deeds())
    work.finish()
    assert grounds(house, "frauenhaus") == []
    assert newest(house, Act.ALARM_KEY)["details"]["table"] == "drawers"
    assert filed(house, "berta", "beratung", known)[known.id] == "Mona Müller"


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


@pytest.mark.parametrize("where", ["owner", "receiver", "elsewhere"])
def test_a_second_consent_sends_a_card_of_its_own(house: House, where: str) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida = house.actor("ida", "wohnen")
    known = new_client(house, berta, "Mona Müller")
    for each in (frieda, ida):
        case_at(house, each, known)
    shelter = [frieda.unit]
    first = consented(house, berta, known, shelter, ["identity"])
    recorder = {"owner": berta, "receiver": frieda, "elsewhere": ida}[where]
    second = consented(house, recorder, known, shelter, ["identity"], from_units=[berta.unit])
    work = house.work(frieda)
    assert file_inbox(work, frieda, 8) == 2
    work.finish()
    assert set(grounds(house, "frauenhaus")) == {first.id, second.id}
    assert filed(house, "frieda", "frauenhaus", known) == {known.id: "Mona Müller"}


def test_a_consent_to_something_else_opens_no_identity_drawer(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta, "Mona Müller")
    first = consented(house, berta, known, [house.units["frauenhaus"]], ["identity"])
    work = house.work(berta)
    fact = replace(consent_fact(first), matrix=replace(consent_fact(first).matrix, categories=NONE))
    send_after_grant(work, berta.unit, drawers_of(work, known.id), fact)
    assert not ring(work).ciphers


@pytest.mark.parametrize("broken", [False, True], ids=["missing", "broken"])
def test_without_a_key_that_opens_nothing_is_sent(house: House, *, broken: bool) -> None:
    berta, shelter = house.actor("berta", "beratung"), house.units["frauenhaus"]
    known = new_client(house, berta, "Mona Müller")
    consent = consented(house, berta, known, [shelter], ["identity"])
    work = house.work(berta)
    work.session.query(NameCard).delete()
    for envelope in work.session.query(Envelope).filter(Envelope.reader_id == berta.unit).all():
        if broken:
            change(work, envelope, sealed=envelope.sealed[:-1] + b"x")
        else:
            work.session.delete(envelope)
    work.session.flush()
    drawers = drawers_of(work, known.id)
    send_after_grant(work, berta.unit, drawers, consent_fact(consent))
    assert work.session.scalars(select(NameCard)).all() == []
    assert {alarm.table for alarm in work.alarms} == {"drawers"}
