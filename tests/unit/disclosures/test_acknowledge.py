from caseflow.disclosures import acknowledge, list_disclosures
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at
from tests.factories.telling import Ready
from tests.factories.told_log import told as log


def test_a_receipt_is_noted_once_and_traced(ready: Ready) -> None:
    made = ready.told()
    work = ready.house.work(ready.berta)
    assert acknowledge(work, ready.berta, made.id) == Done(ready.known.id)
    work.finish()
    assert acknowledge(work, ready.berta, made.id) == Refused(Reason.TOO_LATE)
    work.finish()
    answer = list_disclosures(work, ready.berta, ready.known.id)
    assert isinstance(answer, Disclosed)
    [view] = answer.value
    assert (view.acknowledged_at, view.waits) == (work.clock.now(), 0)
    told = [each for each in log(ready.house) if each["act"] == "disclosure.acknowledge"]
    assert [each["decision"] for each in told] == ["permitted", "refused"]


def test_what_another_unit_told_is_not_there(ready: Ready) -> None:
    made, frieda = ready.told(), ready.house.actor("frieda", "frauenhaus")
    case_at(ready.house, frieda, ready.known)
    work = ready.house.work(frieda)
    for disclosure in (made.id, new_id()):
        assert acknowledge(work, frieda, disclosure) == Refused(Reason.NOT_OPEN)
        work.finish()
