from functools import partial
from uuid import UUID

from caseflow.disclosures import acknowledge, list_open
from caseflow.exceptions import record_wall
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.erasing import erased
from tests.factories.telling import Ready
from tests.security.worlds import done


def waiting(ready: Ready, actor: Actor) -> list[UUID]:
    work = ready.house.work(actor)
    answer = list_open(work, actor)
    assert isinstance(answer, Disclosed)
    return [view.id for view in answer.value]


def test_what_nobody_has_confirmed_waits_the_oldest_first(ready: Ready) -> None:
    first, second = ready.told(), ready.told()
    assert set(waiting(ready, ready.berta)) == {first.id, second.id}
    work = ready.house.work(ready.berta)
    acknowledge(work, ready.berta, first.id)
    work.finish()
    assert waiting(ready, ready.berta) == [second.id]


def test_other_units_and_whoever_is_kept_from_her_see_nothing(ready: Ready) -> None:
    made = ready.told()
    frieda = ready.house.actor("frieda", "frauenhaus")
    lea = ready.house.actor("lea", "beratung")
    assert waiting(ready, frieda) == []
    done(ready.house, lea, partial(record_wall, client=ready.known.id, staff=ready.berta.staff))
    assert waiting(ready, ready.berta) == []
    assert waiting(ready, lea) == [made.id]
    # Of an erased client no wall is left: then nobody of the unit is told of her.
    erased(ready.house, ready.known.id)
    assert [waiting(ready, each) for each in (ready.berta, lea)] == [[], []]


def test_intake_has_no_part_in_it(ready: Ready) -> None:
    ida = ready.house.actor("ida", "wohnen")
    assert list_open(ready.house.work(ida), ida) == Refused(Reason.NOT_YOUR_ROLE)
