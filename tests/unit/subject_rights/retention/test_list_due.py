from caseflow.subject_rights.retention import list_due
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from tests.factories.house import House
from tests.factories.retention import closed_client, held, years_later


def test_it_names_what_a_run_would_delete_and_changes_nothing(house: House) -> None:
    olga, lea = house.actor("olga", "datenschutz"), house.actor("lea", "beratung")
    due, claimed = closed_client(house), closed_client(house)
    held(house, claimed.id)
    assert list_due(house.work(olga), olga) == Disclosed(())
    years_later(house, 5)
    for _ in range(2):
        answer = list_due(house.work(olga), olga)
        assert isinstance(answer, Disclosed)
        assert [each.client for each in answer.value] == [due.id]
    assert list_due(house.work(lea), lea) == Refused(Reason.NOT_YOUR_ROLE)
