from caseflow.subject_rights.erasure import show_erasure, withdraw_erasure
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.retention import ErasureState
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.retention import answered_erasure, erasure_of
from tests.unit.vault.reading import newest


def test_who_proposed_takes_it_back_before_anybody_has_answered(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    lea, olga = house.actor("lea", "beratung"), house.actor("olga", "datenschutz")
    erasure = erasure_of(house, lea, known.id)
    for actor, expected in (
        (house.actor("wanda", "wohnen"), Refused()),
        (olga, Refused(Reason.TOO_LATE)),
        (lea, Done(None)),
        (lea, Refused(Reason.TOO_LATE)),
    ):
        work = house.work(actor)
        assert withdraw_erasure(work, actor, erasure) == expected
        work.finish()
    assert newest(house, Act.ERASURE_WITHDRAW)["decision"] == "refused"
    assert answered_erasure(house, olga, erasure) == Refused(Reason.TOO_LATE)
    shown = show_erasure(house.work(lea), lea, erasure)
    assert isinstance(shown, Disclosed)
    assert (shown.value.state, shown.value.withdrawable) == (ErasureState.WITHDRAWN, False)
    assert erasure_of(house, lea, known.id) != erasure  # and she may propose it again
