from uuid import UUID

from sqlalchemy import delete, select, update

from caseflow.database.tables.drawers import Envelope
from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import DrawerContent, Fact
from caseflow.vault.card_inbox import file_inbox
from caseflow.vault.contents import Content
from caseflow.vault.name_cards import CardText, names_of
from caseflow.vault.send_card import send_card
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import FactState
from tests.factories.clients import Known, case_at, new_client, write
from tests.factories.house import House
from tests.unit.vault.reading import newest

MONA = CardText("Mona Müller", "1990", "Arabisch")
NAME_KEPT_BACK: Content[DrawerContent] = Content(
    Fact,
    "identity",
    {
        "question": "client_name",
        "state": FactState.WITHHELD.value,
        "value": "",
        "told_on": "2026-03-01",
    },
)


def sent(house: House, known: Known) -> UUID:
    work = house.work_as("berta", "beratung")
    consent = new_id()
    send_card(work, house.units["frauenhaus"], known.id, MONA, consent)
    work.finish()
    return consent


def filed(house: House, at_most: int = 8) -> int:
    frieda = house.actor("frieda", "frauenhaus")
    work = house.work(frieda)
    count = file_inbox(work, frieda, at_most)
    work.finish()
    return count


def names(house: House, frieda: Actor, known: Known) -> dict[UUID, str]:
    work = house.work(frieda)
    found = names_of(work, frieda.unit, [known.id])
    work.put_away()
    return found


def test_a_sent_card_is_filed_under_its_consent_and_traced(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    consent = sent(house, known)
    assert filed(house) == 1
    assert names(house, frieda, known) == {known.id: "Mona Müller"}
    with house.sessions() as session:
        assert session.scalars(select(NameCard.consent_id)).one() == consent
    told = newest(house, Act.CARD_FILE)
    assert (told["client"], told["details"]) == (str(known.id), {"consent": str(consent)})
    assert (told["staff"], told["unit"]) == (str(frieda.staff), str(frieda.unit))
    assert told.keys().isdisjoint({"drawers", "fields", "bases"})  # nothing was opened for it


def test_a_card_without_an_open_case_waits_and_starves_nobody(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    waiting, known = new_client(house, berta), new_client(house, berta)
    sent(house, waiting)
    case_at(house, frieda, known)
    sent(house, known)
    sent(house, known)
    assert filed(house, at_most=1) == 1
    assert filed(house, at_most=1) == 1
    assert names(house, frieda, known) == {known.id: "Mona Müller"}
    assert filed(house) == 0
    case_at(house, frieda, waiting)
    assert filed(house) == 1


def test_what_she_withheld_here_is_not_filed_and_the_trace_names_where_it_stands(
    house: House,
) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    write(house, frieda, known, NAME_KEPT_BACK)
    sent(house, known)
    assert filed(house) == 1
    assert names(house, frieda, known) == {}
    told = newest(house, Act.CARD_FILE)
    assert [(each["unit"], each["category"]) for each in told["drawers"]] == [
        (str(frieda.unit), "identity")
    ]
    assert "facts.state" in told["fields"]


def test_while_the_own_drawer_stays_closed_nothing_is_filed(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    write(house, frieda, known, NAME_KEPT_BACK)
    with house.sessions.begin() as session:
        session.execute(update(Fact).values(state=b"damaged"))
    sent(house, known)
    assert filed(house) == 1
    with house.sessions.begin() as session:
        session.execute(delete(Envelope))
    sent(house, known)
    assert filed(house) == 1
    assert names(house, frieda, known) == {}
    assert newest(house, Act.ALARM_KEY)["details"]["table"] == "drawers"


def test_a_damaged_card_is_thrown_away_and_the_next_is_filed(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    broken, known = new_client(house, berta), new_client(house, berta)
    for each in (broken, known):
        case_at(house, frieda, each)
        sent(house, each)
    with house.sessions.begin() as session:
        damaged = update(NameCard).where(NameCard.client_id == broken.id).values(sealed=b"x")
        session.execute(damaged)
    assert filed(house) == 2
    assert names(house, frieda, known) == {known.id: "Mona Müller"}
    alarm = newest(house, Act.ALARM_KEY)
    assert alarm["details"]["table"] == "name_cards"
    assert (alarm["staff"], alarm["unit"]) == (str(frieda.staff), str(frieda.unit))
    with house.sessions() as session:
        assert session.scalars(select(NameCard.client_id)).all() == [known.id]
