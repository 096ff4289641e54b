from caseflow.subject_rights.retention import knock_at_hold, knock_at_run
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.retention import closed_client, held, prepared, years_later


def test_a_run_is_there_for_officers_alone(house: House) -> None:
    closed_client(house)
    years_later(house, 5)
    answer = prepared(house)
    assert isinstance(answer, Done)
    olga, lea = house.actor("olga", "datenschutz"), house.actor("lea", "beratung")
    act = Act.RETENTION_ANSWER
    leads = house.work(lea)
    assert knock_at_run(leads, lea, act, answer.value) == Refused(Reason.NOT_YOUR_ROLE)
    leads.finish()
    work = house.work(olga)
    assert knock_at_run(work, olga, act, answer.value) is None
    assert knock_at_run(work, olga, act, new_id()) == Refused()


def test_so_is_a_hold(house: House) -> None:
    hold, olga = held(house, None, house.units["beratung"]), house.actor("olga", "datenschutz")
    work = house.work(olga)
    assert knock_at_hold(work, olga, hold) is None
    assert knock_at_hold(work, olga, new_id()) == Refused()
