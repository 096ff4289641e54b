from uuid import UUID

from caseflow.consents import knock_at_receipt
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented, new_client
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def _knocked(house: House, actor: Actor, consent: UUID, *, again: bool = False) -> Refused | None:
    work = house.work(actor)
    answer = knock_at_receipt(work, actor, consent, again=again)
    work.finish()
    return answer


def test_only_a_unit_with_a_part_in_it_is_let_in(house: House) -> None:
    berta, wanda = house.actor("berta", "beratung"), house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [house.units["frauenhaus"]], ["family"]).id
    before = len(log(house))
    assert _knocked(house, berta, consent) is None
    assert len(log(house)) == before
    assert _knocked(house, wanda, consent) == Refused(Reason.NOT_OPEN)
    case_at(house, wanda, known)
    assert _knocked(house, wanda, consent) == Refused(Reason.NOT_OPEN)
    assert newest(house, Act.CONSENT_READ)["decision"] == "refused"
    assert _knocked(house, berta, new_id()) == Refused(Reason.NOT_OPEN)
    assert _knocked(house, berta, consent, again=True) is None
    assert newest(house, Act.CONSENT_READ)["details"] == {"again": "yes"}
