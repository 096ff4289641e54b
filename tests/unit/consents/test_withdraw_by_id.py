from caseflow.consents import Choice, withdraw_by_id
from caseflow.database.tables.consents import Consent
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import consented, new_client
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_its_id_is_enough_to_withdraw_it_and_a_part_of_it(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [house.units["frauenhaus"]], ["family", "health"])
    work = house.work(berta)
    part = Choice(categories=frozenset({"family"}))
    assert isinstance(withdraw_by_id(work, berta, consent.id, part), Done)
    work.finish()
    with house.sessions() as session:
        row = session.get_one(Consent, (known.id, consent.id))
        assert [each["category"] for each in row.withdrawn_parts] == ["family"]
        assert row.withdrawn_at is None
    work = house.work(berta)
    assert isinstance(withdraw_by_id(work, berta, consent.id), Done)
    work.finish()
    with house.sessions() as session:
        assert session.get_one(Consent, (known.id, consent.id)).withdrawn_at is not None


def test_whom_she_is_not_open_to_and_an_unknown_consent_are_refused_alike(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [house.units["wohnen"]], ["family"])
    for named in (consent.id, new_id()):
        work = house.work(frieda)
        assert withdraw_by_id(work, frieda, named) == Refused(Reason.NOT_OPEN)
        work.finish()
        assert newest(house, Act.CONSENT_WITHDRAW)["decision"] == "refused"
