from datetime import timedelta
from typing import TYPE_CHECKING, cast

from caseflow.disclosures import list_disclosures
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.clients import case_at
from tests.factories.telling import Ready

if TYPE_CHECKING:
    from tests.factories.house import StoppedClock


def test_the_newest_comes_first_with_how_long_it_waits(ready: Ready) -> None:
    clock = cast("StoppedClock", ready.house.around.clock)
    first = ready.told()
    clock.advance(timedelta(days=3, hours=5))
    second = ready.told()
    work = ready.house.work(ready.berta)
    answer = list_disclosures(work, ready.berta, ready.known.id)
    assert isinstance(answer, Disclosed)
    assert [(view.id, view.waits) for view in answer.value] == [(second.id, 0), (first.id, 3)]
    assert {view.categories for view in answer.value} == {("violence",)}
    assert {view.partner for view in answer.value} == {ready.police}


def test_another_unit_sees_nothing_of_it(ready: Ready) -> None:
    ready.told()
    frieda, wanda = ready.house.actor("frieda", "frauenhaus"), ready.house.actor("wanda", "wohnen")
    case_at(ready.house, frieda, ready.known)
    assert list_disclosures(ready.house.work(frieda), frieda, ready.known.id) == Disclosed(())
    closed = list_disclosures(ready.house.work(wanda), wanda, ready.known.id)
    assert closed == Refused(Reason.NOT_OPEN)
