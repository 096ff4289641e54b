from uuid import UUID

from caseflow.subject_rights.erasure import knock_at_erasure
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.erasing import two_files
from tests.factories.house import House
from tests.factories.retention import erasure_of
from tests.unit.vault.reading import newest


def knocked(house: House, actor: Actor, erasure: UUID, *, again: bool = False) -> object:
    work = house.work(actor)
    answer = knock_at_erasure(work, actor, erasure, again=again)
    work.finish()
    return answer


def test_it_is_the_business_of_those_to_whom_she_is_open(house: House) -> None:
    where, lea = two_files(house), house.actor("lea", "beratung")
    erasure = erasure_of(house, lea, where.known.id)
    assert knocked(house, lea, erasure) is None
    assert knocked(house, house.actor("wanda", "wohnen"), erasure) == Refused()
    assert knocked(house, lea, new_id()) == Refused()
    assert knocked(house, lea, erasure, again=True) is None
    assert newest(house, Act.ERASURE_ANSWER)["details"] == {"again": "yes"}
