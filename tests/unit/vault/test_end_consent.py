from datetime import timedelta

from caseflow.database.tables.consents import Consent
from caseflow.vault.end_consent import end_consent
from caseflow.vocabulary.acts import Act
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.house import House, StoppedClock
from tests.unit.vault.reading import newest, read, texts


def test_the_end_of_a_consent_takes_its_keys_back(house: House, clock: StoppedClock) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    assert texts(read(house, frieda, known)) == ["Gewalt"]
    clock.advance(timedelta(days=100))
    wanda = house.actor("wanda", "wohnen")
    consented(house, berta, known, [wanda.unit], ["violence"])  # goes on
    clock.advance(timedelta(days=265))
    work = house.work()
    row = work.session.get_one(Consent, (known.id, consent.id))
    end_consent(work, berta, row)
    assert row.settled_at == clock.at
    work.finish()
    told = newest(house, Act.CONSENT_EXPIRE)
    assert told["ended"] == [{"id": str(consent.id), "kind": "consent", "use": 1}]
    taken = [(event["act"], event["reader_id"]) for event in told["keys"]]
    assert taken == [("key.revoke", str(frieda.unit))]
    assert (told["client"], told["staff"]) == (str(known.id), str(berta.staff))
    assert ("consents", str(consent.id)) in [(row["table"], row["id"]) for row in told["rows"]]
