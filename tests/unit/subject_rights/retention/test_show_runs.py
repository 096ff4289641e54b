from caseflow.subject_rights.retention import list_runs, show_run
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.house import House
from tests.factories.retention import closed_client, prepared, years_later


def test_officers_see_all_runs_and_each_with_its_list(house: House) -> None:
    closed_client(house)
    years_later(house, 5)
    answer = prepared(house)
    assert isinstance(answer, Done)
    olga, lea = house.actor("olga", "datenschutz"), house.actor("lea", "beratung")
    listed = list_runs(house.work(olga), olga)
    assert isinstance(listed, Disclosed)
    assert [view.id for view in listed.value] == [answer.value]
    shown = show_run(house.work(olga), olga, answer.value)
    assert shown == Disclosed(listed.value[0])
    assert show_run(house.work(olga), olga, new_id()) == Refused()
    assert list_runs(house.work(lea), lea) == Refused(Reason.NOT_YOUR_ROLE)
    assert show_run(house.work(lea), lea, answer.value) == Refused(Reason.NOT_YOUR_ROLE)
