from caseflow.disclosures import knock_at_disclosure
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at
from tests.factories.telling import Ready
from tests.factories.told_log import told as log


def test_the_unit_that_told_it_is_let_in_and_nothing_is_done(ready: Ready) -> None:
    made = ready.told()
    work = ready.house.work(ready.berta)
    before = len(log(ready.house))
    assert knock_at_disclosure(work, ready.berta, Act.DISCLOSURE_NOTE, made.id) is None
    work.finish()
    assert len(log(ready.house)) == before
    again = knock_at_disclosure(work, ready.berta, Act.DISCLOSURE_PRINT, made.id, again=True)
    work.finish()
    assert again is None
    assert log(ready.house)[-1]["details"] == {"again": "yes"}


def test_nobody_else_is(ready: Ready) -> None:
    made = ready.told()
    frieda, wanda = ready.house.actor("frieda", "frauenhaus"), ready.house.actor("wanda", "wohnen")
    case_at(ready.house, frieda, ready.known)
    closed = Refused(Reason.NOT_OPEN)
    for actor, disclosure in ((frieda, made.id), (wanda, made.id), (ready.berta, new_id())):
        work = ready.house.work(actor)
        assert knock_at_disclosure(work, actor, Act.DISCLOSURE_NOTE, disclosure) == closed
        work.finish()
