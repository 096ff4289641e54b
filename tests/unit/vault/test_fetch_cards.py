from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import DrawerContent, Fact
from caseflow.vault.contents import Content
from caseflow.vault.fetch_cards import fetch_cards
from caseflow.vault.name_cards import names_of
from caseflow.vault.permit import Ask, Deeds, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.states import FactState
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    fact,
    new_client,
    permitted,
    withdrawn,
    write,
)
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def told(question: str, state: str) -> Content[DrawerContent]:
    fields = {"question": question, "state": state, "value": "", "told_on": "2026-03-01"}
    return Content(Fact, "identity", fields)


def shared(house: House, *categories: str) -> tuple[Actor, Known, Consent]:
    """Return a shelter worker with a case of a client whom counselling knows by name."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    consent = consented(house, berta, known, [frieda.unit], categories or ["identity"])
    case_at(house, frieda, known)
    with house.sessions.begin() as session:
        session.execute(delete(NameCard).where(NameCard.unit_id == frieda.unit))
    return frieda, known, consent


def fetched(house: House, actor: Actor, known: Known) -> dict[UUID, str]:
    work = house.work(actor)
    given = permitted(work, actor, Ask(Act.FACT_WRITE, known.id))
    fetch_cards(work, given)
    trace(work, given, Deeds())
    work.finish()
    names = names_of(work, actor.unit, [known.id])
    work.put_away()
    return names


def test_a_card_is_made_from_the_drawer_and_traced_with_it_and_its_consent(house: House) -> None:
    frieda, known, consent = shared(house)
    assert fetched(house, frieda, known) == {known.id: "Mona Müller"}
    with house.sessions() as session:
        held = select(NameCard.consent_id).where(NameCard.unit_id == frieda.unit)
        assert session.scalars(held).all() == [consent.id]
    entry = newest(house, Act.CARD_FILE)
    owner = str(house.units["beratung"])
    assert [(each["unit"], each["category"]) for each in entry["drawers"]] == [(owner, "identity")]
    assert [each["id"] for each in entry["bases"]] == [str(consent.id)]
    assert "facts.value" in entry["fields"]


def test_a_number_is_fetched_beside_the_name_and_alone_where_no_name_is_open(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Mona Müller")
    number = fact("safe_phone", '{"type":"text","value":"0170 1234567"}', "contact")
    write(house, berta, known, number)
    case_at(house, frieda, known)
    cards = select(NameCard.category).where(NameCard.unit_id == frieda.unit)
    for categories, made in ((["contact"], ["contact"]), (["identity"], ["contact", "identity"])):
        consented(house, berta, known, [frieda.unit], categories)
        with house.sessions.begin() as session:
            session.execute(delete(NameCard).where(NameCard.unit_id == frieda.unit))
        named = fetched(house, frieda, known)
        assert named == ({known.id: "Mona Müller"} if "identity" in made else {})
        with house.sessions() as session:
            assert sorted(session.scalars(cards)) == made


def test_without_a_consent_to_it_nothing_is_read(house: House) -> None:
    frieda, known, _ = shared(house, "health")
    assert fetched(house, frieda, known) == {}
    berta = house.actor("berta", "beratung")
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    withdrawn(house, berta, known, consent)
    assert fetched(house, frieda, known) == {}
    assert Act.CARD_FILE not in {each["act"] for each in log(house)}


def test_a_consent_that_opens_it_for_no_case_work_gives_no_name(house: House) -> None:
    frieda, known, consent = shared(house)
    work = house.work()
    change(work, work.session.get_one(Consent, (known.id, consent.id)), purposes=("counting",))
    work.finish()
    assert fetched(house, frieda, known) == {}


def test_what_she_withheld_here_stays_off_the_card(house: House) -> None:
    frieda, known, _ = shared(house)
    write(house, frieda, known, told("client_name", FactState.WITHHELD))
    assert fetched(house, frieda, known) == {}
    assert len(newest(house, Act.CARD_FILE)["drawers"]) == 2


def test_while_the_own_drawer_stays_closed_nothing_is_filed(house: House) -> None:
    frieda, known, _ = shared(house)
    write(house, frieda, known, told("client_name", FactState.WITHHELD))
    with house.sessions.begin() as session:
        own = select(Fact.id).where(Fact.recorded_by == frieda.staff)
        session.execute(update(Fact).where(Fact.id.in_(own)).values(state=b"damaged"))
    assert fetched(house, frieda, known) == {}
    assert Act.CARD_FILE not in {each["act"] for each in log(house)}


@pytest.mark.parametrize("damaged", ["fact", "seal", "envelope"])
def test_what_is_damaged_is_an_alarm_and_no_name(house: House, damaged: str) -> None:
    frieda, known, _ = shared(house)
    work = house.work()
    envelope = work.session.query(Envelope).filter(Envelope.reader_id == frieda.unit).one()
    if damaged == "fact":
        work.session.execute(update(Fact).values(value=b"\x01damaged"))
    elif damaged == "seal":
        work.session.execute(update(Envelope).values(row_seal=b"forged"))
    else:
        change(work, envelope, sealed=envelope.sealed[:-1] + b"x")
    work.finish()
    assert fetched(house, frieda, known) == {}
    tables = {each["details"]["table"] for each in log(house) if each["act"] == Act.ALARM_KEY}
    assert tables == {"drawers"}


def test_of_two_drawers_the_one_with_a_name_counts(house: House) -> None:
    frieda, known, _ = shared(house)
    wanda = house.actor("wanda", "wohnen")
    case_at(house, wanda, known)
    other = fact("client_name", '{"type":"text","value":"Karla Kahn"}', "identity")
    write(house, wanda, known, other)
    with house.sessions.begin() as session:
        session.execute(delete(Fact).where(Fact.recorded_by != wanda.staff))
    both = [house.units["beratung"], wanda.unit]
    consent = consented(house, wanda, known, [frieda.unit], ["identity"], from_units=both)
    assert fetched(house, frieda, known) == {known.id: "Karla Kahn"}
    entries = [each for each in log(house) if each["act"] == Act.CARD_FILE]
    assert {each["details"]["consent"]: len(each["drawers"]) for each in entries}[
        str(consent.id)
    ] == 2


def test_a_consent_that_was_changed_meanwhile_lets_nothing_be_read(house: House) -> None:
    frieda, known, consent = shared(house)
    work = house.work(frieda)
    given = permitted(work, frieda, Ask(Act.FACT_WRITE, known.id))
    change(work, work.session.get_one(Consent, (known.id, consent.id)), template_version=2)
    given.gathered.consents[consent.id].row_seal = b"as it was seen"
    with work.session.no_autoflush, pytest.raises(Stale):
        fetch_cards(work, given)
