from caseflow.consents import show_consent
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, entry, new_client, write
from tests.factories.copies import copied, shared, taken_back
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.house import House
from tests.unit.vault.reading import log, newest, read


def test_a_consent_with_what_was_read_under_it(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    write(house, berta, known, entry("Gewalt"))
    consent = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence"))
    )
    case_at(house, frieda, known)
    read(house, frieda, known)
    for actor in (berta, frieda):
        answer = show_consent(house.work(actor), actor, known.id, consent.id)
        assert isinstance(answer, Disclosed)
        assert answer.value.consent.id == consent.id
        assert [each.unit for each in answer.value.seen] == [frieda.unit]
    assert newest(house, Act.CONSENT_READ)["details"] == {"consent": str(consent.id)}


def test_a_consent_between_others_does_not_exist(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    consent = agreed(
        house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence"))
    )
    refused = show_consent(house.work(wanda), wanda, known.id, consent.id)
    assert refused == Refused(Reason.NOT_OPEN)
    case_at(house, wanda, known)
    for unknown in (consent.id, new_id()):
        before = len(log(house))
        refused = show_consent(house.work(wanda), wanda, known.id, unknown)
        assert refused == Refused(Reason.NOT_OPEN)
        assert len(log(house)) == before + 1


def test_what_a_withdrawal_would_freeze_is_told_to_whose_part_it_is(house: House) -> None:
    where, wanda = shared(house), house.actor("wanda", "wohnen")
    copied(house, where)
    case_at(house, wanda, where.known)
    for actor, told in ((where.berta, 1), (where.frieda, 1)):
        answer = show_consent(house.work(actor), actor, where.known.id, where.consent)
        assert isinstance(answer, Disclosed)
        assert len(answer.value.copies) == told
    taken_back(house, where)
    answer = show_consent(house.work(where.berta), where.berta, where.known.id, where.consent)
    assert isinstance(answer, Disclosed)
    assert answer.value.copies == ()
