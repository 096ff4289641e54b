from uuid import UUID

import pytest

from caseflow.handovers import knock_at_handover
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import consented, new_client
from tests.factories.handovers import accepted, sent
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def _knocked(
    house: House, actor: Actor, act: Act, handover: UUID, *, again: bool = False
) -> Refused | None:
    work = house.work(actor)
    answer = knock_at_handover(work, actor, act, handover, again=again)
    work.finish()
    return answer


@pytest.mark.parametrize("carried", [True, False])
def test_each_unit_knocks_at_its_own_side(house: House, *, carried: bool) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Öztürk")
    consent = consented(house, berta, known, [frieda.unit], ["identity"]) if carried else None
    handover = sent(house, berta, known, "frauenhaus", consent)
    before = len(log(house))
    assert _knocked(house, frieda, Act.HANDOVER_ACCEPT, handover) is None
    assert _knocked(house, frieda, Act.HANDOVER_DECLINE, handover) is None
    assert _knocked(house, berta, Act.HANDOVER_WITHDRAW, handover) is None
    assert len(log(house)) == before
    for actor, act in ((berta, Act.HANDOVER_ACCEPT), (frieda, Act.HANDOVER_WITHDRAW)):
        assert _knocked(house, actor, act, handover) == Refused(Reason.NOT_OPEN)
        assert newest(house, act)["decision"] == "refused"


def test_a_third_unit_learns_nothing_and_no_role_too_little(house: House) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    handover = sent(house, berta, new_client(house, berta), "frauenhaus")
    for named in (handover, new_id()):
        assert _knocked(house, ida, Act.HANDOVER_ACCEPT, named) == Refused(Reason.NOT_OPEN)
    olga = house.actor("olga", "datenschutz")
    for named in (handover, new_id()):
        refused = _knocked(house, olga, Act.HANDOVER_ACCEPT, named)
        assert refused == Refused(Reason.NOT_OPEN)


def test_an_answer_is_given_once_more_after_the_handover_has_ended(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Öztürk")
    consent = consented(house, berta, known, [frieda.unit], ["identity"])
    handover = sent(house, berta, known, "frauenhaus", consent)
    accepted(house, frieda, handover)
    assert _knocked(house, frieda, Act.HANDOVER_ACCEPT, handover, again=True) is None
    assert newest(house, Act.HANDOVER_ACCEPT)["details"] == {"again": "yes"}
