from uuid import UUID

from caseflow.subject_rights.erasure import knock_for_proposal
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House


def knocked(house: House, actor: Actor, client: UUID, *, again: bool = False) -> object:
    work = house.work(actor)
    answer = knock_for_proposal(work, actor, client, again=again)
    work.finish()
    return answer


def test_whoever_is_not_there_is_nobody_to_an_officer_too(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"))
    lea, olga = house.actor("lea", "beratung"), house.actor("olga", "datenschutz")
    for actor in (lea, olga):
        assert knocked(house, actor, known.id) is None
        assert knocked(house, actor, new_id()) == Refused()
    assert knocked(house, olga, known.id, again=True) is None
