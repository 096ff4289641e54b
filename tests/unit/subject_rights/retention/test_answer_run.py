from uuid import UUID

from caseflow.subject_rights.retention import answer_run
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.retention import (
    carried_on,
    closed_client,
    prepared,
    second_officer,
    years_later,
)


def answering(house: House, actor: Actor, run: UUID, *, agreed: bool) -> object:
    work = house.work(actor)
    answer = answer_run(work, actor, run, agreed=agreed)
    work.finish()
    return answer


def test_whoever_prepared_it_does_not_agree_and_a_refused_one_never_runs(house: House) -> None:
    closed_client(house)
    years_later(house, 5)
    answer = prepared(house)
    assert isinstance(answer, Done)
    run, olga, orla = answer.value, house.actor("olga", "datenschutz"), second_officer(house)
    lea = house.actor("lea", "beratung")
    assert answering(house, lea, run, agreed=True) == Refused(Reason.NOT_YOUR_ROLE)
    assert answering(house, olga, run, agreed=True) == Refused(Reason.TOO_LATE)
    assert answering(house, orla, new_id(), agreed=True) == Refused()
    assert answering(house, orla, run, agreed=False) == Done(None)
    assert answering(house, orla, run, agreed=True) == Refused(Reason.TOO_LATE)
    assert carried_on(house, run) == Refused(Reason.TOO_LATE)
