from sqlalchemy import update

from caseflow.consents.client_of import client_of
from caseflow.database.tables.consents import Consent
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import consented, new_client
from tests.factories.house import House


def test_a_consent_names_its_client_even_when_it_is_damaged(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [house.units["frauenhaus"]], ["family"])
    work = house.work()
    assert client_of(work, berta.unit, consent.id) == known.id
    work.finish()
    with house.sessions.begin() as session:
        session.execute(update(Consent).values(categories=("family", "health")))
    assert client_of(house.work(), berta.unit, consent.id) == known.id


def test_of_an_unknown_consent_there_is_nobody(house: House) -> None:
    unknown = new_id()
    assert client_of(house.work(), new_id(), unknown) == unknown
