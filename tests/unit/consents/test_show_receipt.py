from caseflow.consents import show_receipt
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, new_client
from tests.factories.declarations import agreed, at_a_desk, declaration, offer, took_back
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.unit.vault.reading import newest


def test_each_unit_prints_what_it_may_read_and_the_log_knows(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit], "family", refused=[(frieda.unit, "health")])
    consent = agreed(house, berta, known, declaration(offered)).id
    took_back(house, berta, known, consent)
    for actor, refused in ((berta, 1), (frieda, 0)):
        answer = show_receipt(house.work(actor), actor, known.id, consent)
        assert isinstance(answer, Disclosed)
        assert answer.value.withdrawn_at is not None
        assert [len(part.exclusions) for part in answer.value.parts] == [refused]
        told = newest(house, Act.CONSENT_READ)
        assert told["details"] == {"consent": str(consent), "receipt": "yes"}


def test_it_is_refused_to_whom_the_consent_does_not_exist(house: House) -> None:
    berta, wanda = house.actor("berta", "beratung"), house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    offered = offer([berta.unit], [house.units["frauenhaus"]], "family")
    consent = agreed(house, berta, known, declaration(offered)).id
    at_a_desk(house, wanda, known)
    not_open = Refused(Reason.NOT_OPEN)
    assert show_receipt(house.work(wanda), wanda, known.id, consent) == not_open
    case_at(house, wanda, known)
    assert show_receipt(house.work(wanda), wanda, known.id, consent) == not_open
    assert show_receipt(house.work(berta), berta, known.id, new_id()) == not_open
    assert newest(house, Act.CONSENT_READ)["decision"] == "refused"


def test_of_a_closed_case_it_is_printed_for_a_reason(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    offered = offer([berta.unit], [house.units["frauenhaus"]], "family")
    consent = agreed(house, berta, known, declaration(offered)).id
    close(house, known)
    shut = show_receipt(house.work(berta), berta, known.id, consent)
    assert shut == Refused(Reason.REASON_NEEDED)
    opened = show_receipt(house.work(berta), berta, known.id, consent, "Sie fragt danach.")
    assert isinstance(opened, Disclosed)
