from datetime import timedelta

from sqlalchemy import update

from caseflow.database.sealed_rows import change
from caseflow.database.tables.clients import Case
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.name_cards import NameCard
from caseflow.vault.client_file import ClientFile, load_file
from caseflow.vault.contacts import ContactText
from caseflow.vault.name_cards import CardText, file_card
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import Known, case_at, consented, new_client, withdrawn
from tests.factories.house import House, StoppedClock


def looked(
    house: House, actor: Actor, *, closed: bool = False, contacts: bool = False
) -> ClientFile:
    work = house.work(actor)
    file = load_file(work, actor, closed=closed, contacts=contacts, ordered=not contacts)
    work.finish()
    return file


def filed_under_consent(house: House) -> tuple[Actor, Actor, Known, Consent]:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["identity", "contact"])
    work = house.work(frieda)
    for text in (CardText("Mona Müller"), ContactText(("+491701234567",))):
        file_card(work, frieda.unit, known.id, text, consent.id)
    work.finish()
    return berta, frieda, known, consent


def test_a_card_opens_while_its_consent_does(house: House, clock: StoppedClock) -> None:
    _, frieda, known, consent = filed_under_consent(house)
    file = looked(house, frieda)
    assert [card.consent_id for card in file.cards] == list(file.consents) == [consent.id]
    assert (file.contacts, file.shown_as) == ((), {known.id: known.id})
    assert file.order is not None
    reached = looked(house, frieda, contacts=True)
    cards = (*reached.cards, *reached.contacts)
    assert [card.category for card in cards] == ["identity", "contact"]
    assert reached.order is None
    work = house.work(frieda)
    assert load_file(work, frieda, closed=False, among=[new_id()]).cases == {}
    assert load_file(work, frieda, closed=False, among=[known.id, new_id()]) == file
    change(work, file.cases[known.id], closed_at=clock.now())
    assert load_file(work, frieda, closed=False).cases == {}
    assert load_file(work, frieda, closed=True).cases.keys() == {known.id}
    work.abandon()
    clock.advance(timedelta(days=366))
    later = looked(house, frieda, contacts=True)
    assert (later.cards, later.contacts) == ((), ())


def test_a_card_left_behind_by_a_withdrawal_stays_shut(house: House) -> None:
    berta, frieda, known, consent = filed_under_consent(house)
    withdrawn(house, berta, known, consent)
    work = house.work(frieda)
    file_card(work, frieda.unit, known.id, CardText("Mona Müller"), consent.id)
    file_card(work, frieda.unit, known.id, CardText("Eigene"))
    work.finish()
    assert [card.consent_id for card in looked(house, frieda).cards] == [None]


def test_a_card_rests_on_no_changed_consent_and_on_no_other_clients(house: House) -> None:
    berta, frieda, _, consent = filed_under_consent(house)
    other = new_client(house, berta)
    case_at(house, frieda, other)
    work = house.work(frieda)
    file_card(work, frieda.unit, other.id, CardText("Fremd"), consent.id)
    work.finish()
    assert len(looked(house, frieda).cards) == 1
    with house.sessions.begin() as session:
        session.execute(update(Consent).values(template_version=7))
    assert looked(house, frieda).cards == ()
    with house.sessions.begin() as session:
        session.execute(update(NameCard).values(consent_id=new_id()))
    assert looked(house, frieda).cards == ()


def test_her_latest_case_decides_and_no_older_one_stands_in(
    house: House, clock: StoppedClock
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    known = new_client(house, lea)
    work = house.work(lea)
    change(work, work.session.query(Case).one(), closed_at=clock.now())
    work.finish()
    clock.advance(timedelta(days=1))
    case_at(house, lea, known)
    work = house.work(lea)
    latest = work.session.query(Case).filter(Case.closed_at.is_(None)).one()
    change(work, latest, restricted=True, assigned=(lea.staff,))
    work.finish()
    assert looked(house, berta, closed=True).cases == {}
    assert looked(house, lea, closed=True).cases.keys() == {known.id}
    with house.sessions.begin() as session:
        session.execute(update(Case).where(Case.id == latest.id).values(restricted=False))
    assert looked(house, berta, closed=True).cases == {}
