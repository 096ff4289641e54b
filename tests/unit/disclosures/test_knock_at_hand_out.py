from caseflow.disclosures import knock_at_hand_out
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.declarations import took_back
from tests.factories.telling import Ready
from tests.factories.told_log import told as log


def test_it_is_given_again_as_another_print_as_long_as_the_consent_runs(ready: Ready) -> None:
    made = ready.told()
    work = ready.house.work(ready.berta)
    assert knock_at_hand_out(work, ready.berta, made.id) is None
    work.finish()
    newest = log(ready.house)[-1]
    assert newest["act"] == Act.DISCLOSURE_PRINT
    assert newest["details"] == {"disclosure": str(made.id), "again": "yes"}
    took_back(ready.house, ready.berta, ready.known, ready.consent)
    work = ready.house.work(ready.berta)
    assert knock_at_hand_out(work, ready.berta, made.id) == Refused(Reason.TOO_LATE)
    work.finish()


def test_what_was_never_told_is_not_there(ready: Ready) -> None:
    made, frieda = ready.told(), ready.house.actor("frieda", "frauenhaus")
    for actor, disclosure in ((ready.berta, new_id()), (frieda, made.id)):
        work = ready.house.work(actor)
        assert knock_at_hand_out(work, actor, disclosure) == Refused(Reason.NOT_OPEN)
        work.finish()
