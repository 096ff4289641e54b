"""One frozen copy, for officers; an id that names none is refused like one never issued."""

from uuid import UUID

from caseflow.exceptions import FrozenCopy, knock_at_copy, show_frozen_copy
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.copies import copied, copies, shared, taken_back
from tests.factories.house import House
from tests.unit.vault.reading import newest


def shown(house: House, actor: Actor, copy: UUID) -> FrozenCopy | Refused:
    answer = show_frozen_copy(house.work(actor), actor, copy)
    return answer.value if isinstance(answer, Disclosed) else answer


def test_it_is_shown_to_an_officer_and_traced(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    view = shown(house, olga, drawer.id)
    assert isinstance(view, FrozenCopy)
    assert (view.client, view.category) == (where.known.id, "violence")
    assert newest(house, Act.COPY_READ)["details"] == {"copy": str(drawer.id)}


def test_for_others_and_for_other_ids_there_is_none(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    assert shown(house, olga, new_id()) == Refused()
    wanda = house.actor("wanda", "wohnen")
    assert shown(house, wanda, drawer.id) == shown(house, wanda, new_id()) == Refused()
    assert shown(house, where.frieda, drawer.id) == Refused(Reason.NOT_YOUR_ROLE)


def test_a_knock_tells_the_same(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    taken_back(house, where)
    [drawer] = copies(house, where.known)
    wanda = house.actor("wanda", "wohnen")
    for actor, copy, said in (
        (olga, drawer.id, None),
        (olga, new_id(), Refused()),
        (wanda, drawer.id, Refused()),
    ):
        work = house.work(actor)
        assert knock_at_copy(work, actor, copy, again=True) == said
        work.finish()
