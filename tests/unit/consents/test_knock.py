from uuid import UUID

from caseflow.consents import knock_at_consent
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import consented, new_client
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def _knocked(house: House, actor: Actor, consent: UUID, *, again: bool = False) -> Refused | None:
    work = house.work(actor)
    answer = knock_at_consent(work, actor, consent, again=again)
    work.finish()
    return answer


def test_who_may_withdraw_is_let_in_and_nothing_is_done(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [house.units["frauenhaus"]], ["family"])
    before = len(log(house))
    for name, unit in (("berta", "beratung"), ("olga", "datenschutz")):
        assert _knocked(house, house.actor(name, unit), consent.id) is None
    assert len(log(house)) == before
    assert _knocked(house, berta, consent.id, again=True) is None
    assert newest(house, Act.CONSENT_WITHDRAW)["details"] == {"again": "yes"}


def test_closed_and_unknown_are_one_also_for_an_officer(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [house.units["wohnen"]], ["family"])
    assert _knocked(house, frieda, consent.id) == Refused(Reason.NOT_OPEN)
    for actor in (frieda, house.actor("olga", "datenschutz")):
        assert _knocked(house, actor, new_id()) == Refused(Reason.NOT_OPEN)
        assert newest(house, Act.CONSENT_WITHDRAW)["decision"] == "refused"
